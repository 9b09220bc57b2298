import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { DraftCollection } from '@careword/shared/public-fields.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { words } from '../testing/rich-text.ts'
import { article, condition, faq, page, person } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { readFeed } from './testing/read-feed.ts'
import type { Feed } from './testing/read-feed.ts'

let cms: TestCms
let staff: Editor
let feed: Feed
let before: string

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = readFeed(cms)
})

afterAll(() => cms.close())

beforeEach(async () => {
  before = await feed.now()
})

/** Of each collection with drafts: a document, and a change to it that nobody may see before it is published. */
const SECRET = 'Heliotrope'
const kinds: [DraftCollection, () => object, object][] = [
  ['articles', article, { summary: SECRET, body: words(SECRET) }],
  ['conditions', condition, { summary: SECRET, overview: words(SECRET) }],
  ['faqs', faq, { question: SECRET, answer: words(SECRET) }],
  ['pages', page, { summary: SECRET, body: words(SECRET) }],
  ['people', person, { role: SECRET, bio: words(SECRET) }],
]

describe.each(kinds)('a document of %s', (collection, sample, change) => {
  /** All answers that mention the document, as text. */
  const everything = async (id: string) => {
    const answers = await Promise.all([
      feed.get(`since=${before}`),
      feed.get(`documents=${collection}:${id}`),
      feed.getIndex(),
    ])
    return answers.map(({ text }) => text).join('\n')
  }

  const expectNothing = async (id: string) => {
    expect(await feed.after(before)).toEqual({ documents: [], gone: [] })
    expect(await feed.document(collection, id)).toBeUndefined()
    expect([...(await feed.index()).keys()]).not.toContain(`${collection}:${id}`)
  }

  const expectGone = async (id: string) => {
    expect(await feed.after(before)).toEqual({ documents: [], gone: [{ collection, id }] })
    const named = await feed.get(`documents=${collection}:${id}`).expect(200)
    expect(named.body).toEqual({ documents: [], gone: [{ collection, id }] })
    expect([...(await feed.index()).keys()]).not.toContain(`${collection}:${id}`)
  }

  const expectPublic = async (id: string, fields: object) => {
    const { documents, gone } = await feed.after(before)
    expect(gone).toEqual([])
    expect(documents).toEqual([expect.objectContaining({ collection, id })])
    expect(documents[0]?.fields).toMatchObject(fields)
    expect(await feed.document(collection, id)).toEqual(documents[0])
    expect((await feed.index()).get(`${collection}:${id}`)).toBe(documents[0]?.version)
  }

  const publish = async () => {
    const { id } = await staff.createPublished(collection, sample())
    before = await feed.now()
    return id
  }

  test('is not visible as a draft', async () => {
    const { id } = await staff.create(collection, sample())
    await staff.autosave(collection, id, change)
    await expectNothing(id)
  })

  test('is visible once it is published, by its creation or later', async () => {
    const { id } = await staff.createPublished(collection, sample())
    await expectPublic(id, {})
    before = await feed.now()
    const draft = await staff.create(collection, sample())
    await staff.publish(collection, draft.id)
    await expectPublic(draft.id, {})
  })

  test('stays as it is while drafts of it are saved, and then is what is published', async () => {
    const id = await publish()
    const published = await feed.document(collection, id)
    await staff.saveDraft(collection, id, change)
    await staff.autosave(collection, id, change)
    expect(await feed.after(before)).toEqual({ documents: [], gone: [] })
    expect(await feed.document(collection, id)).toEqual(published)
    expect((await feed.index()).get(`${collection}:${id}`)).toBe(published?.version)
    expect(await everything(id)).not.toContain(SECRET)

    await staff.publish(collection, id)
    await expectPublic(id, change)
    expect((await feed.document(collection, id))?.version).not.toBe(published?.version)
  })

  test('is no more than an id after it was unpublished', async () => {
    const id = await publish()
    await staff.autosave(collection, id, change)
    await staff.unpublish(collection, id)
    await expectGone(id)
    expect(await everything(id)).not.toContain(SECRET)
  })

  test('is gone from the trash, and comes back as what it comes back as', async () => {
    const id = await publish()
    const published = await feed.document(collection, id)
    await staff.trash(collection, id)
    await expectGone(id)

    before = await feed.now()
    await staff.untrash(collection, id)
    await expectNothing(id)

    await staff.trash(collection, id)
    before = await feed.now()
    await staff.untrash(collection, id, 'published')
    await expectPublic(id, {})
    expect((await feed.document(collection, id))?.version).toBe(published?.version)
  })

  test('is gone when it is deleted for good, from the trash or out of it', async () => {
    const [one, other] = [await publish(), await publish()]
    await staff.remove(collection, one)
    await expectGone(one)
    await staff.trash(collection, other)
    before = await feed.now()
    await staff.remove(collection, other)
    await expectNothing(other)
  })

  test('that the public never saw leaves no trace when it is deleted', async () => {
    const { id } = await staff.create(collection, sample())
    await staff.remove(collection, id)
    await expectNothing(id)
  })

  test('is given as it is now, and once, however often it changed', async () => {
    const id = await publish()
    await staff.publish(collection, id, change)
    await staff.unpublish(collection, id)
    await staff.publish(collection, id)
    await expectPublic(id, change)
  })
})
