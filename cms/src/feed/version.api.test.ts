import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { versionOf } from '@careword/shared/version.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { words } from '../testing/rich-text.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { readFeed } from './testing/read-feed.ts'
import type { Feed } from './testing/read-feed.ts'

let cms: TestCms
let staff: Editor
let feed: Feed

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = readFeed(cms)
})

afterAll(() => cms.close())

const versionNow = async (id: string) => (await feed.document('articles', id))?.version

describe('the version that the feed gives', () => {
  test('is the hash of the fields that it gives, in the index too', async () => {
    const { id } = await staff.createPublished('articles', article())
    const document = await feed.document('articles', id)
    expect(document?.version).toMatch(/^[0-9a-f]{32}$/)
    expect(document?.version).toBe(versionOf(document?.fields))
    expect((await feed.index()).get(`articles:${id}`)).toBe(document?.version)
  })

  test('stays when the same content is published again, with other rows, keys and times', async () => {
    const content = {
      ...article(),
      keyPoints: [{ point: 'One.' }, { point: 'Two.' }],
      sources: [{ key: 'a', title: 'A source', url: 'https://example.org/' }],
      body: words('The text.'),
    }
    const { id } = await staff.createPublished('articles', content)
    const version = await versionNow(id)
    await staff.publish('articles', id)
    expect(await versionNow(id)).toBe(version)
    await staff.publish('articles', id, { ...content, updatedAt: '2001-01-01T00:00:00.000Z' })
    expect(await versionNow(id)).toBe(version)
    const { type, ...root } = words('The text.').root
    await staff.publish('articles', id, {
      sources: [{ url: 'https://example.org/', title: 'A source', key: 'a' }],
      body: { root: { ...root, type } },
    })
    expect(await versionNow(id)).toBe(version)
  })

  test('is what it was when the content is what it was', async () => {
    const { id } = await staff.createPublished('articles', article({ summary: 'First.' }))
    const first = await versionNow(id)
    await staff.publish('articles', id, { summary: 'Second.', keyPoints: [{ point: 'New.' }] })
    expect(await versionNow(id)).not.toBe(first)
    await staff.publish('articles', id, { summary: 'First.', keyPoints: [] })
    expect(await versionNow(id)).toBe(first)
  })
})
