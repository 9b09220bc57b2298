import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

/** What the versions of an article say, the oldest first. */
async function summaries(id: string): Promise<string[]> {
  const { docs } = await cms.payload.findVersions({
    collection: 'articles',
    where: { parent: { equals: id } },
    sort: 'updatedAt',
    limit: 0,
  })
  return docs.map(({ version }) => version.summary)
}

test('the newest hundred versions of a document are kept, and those of others are left alone', async () => {
  const other = await staff.createPublished('articles', article({ summary: 'Other.' }))
  const { id } = await staff.create('articles', article({ summary: 'Draft 0.' }))
  for (let number = 1; number <= 103; number += 1)
    await staff.saveDraft('articles', id, { summary: `Draft ${number}.` })
  for (let tries = 0; (await summaries(id)).length > 100 && tries < 100; tries += 1) await sleep(100)
  const kept = await summaries(id)
  expect(kept).toHaveLength(100)
  expect(kept.at(0)).toBe('Draft 4.')
  expect(kept.at(-1)).toBe('Draft 103.')
  expect(await staff.readNewest('articles', id)).toMatchObject({ summary: 'Draft 103.' })
  expect(await summaries(other.id)).toEqual(['Other.'])
})
