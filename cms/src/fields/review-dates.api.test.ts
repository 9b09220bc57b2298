import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { article, person } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor
let reviewer: string

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  reviewer = (await staff.createPublished('people', person())).id
})

afterAll(() => cms.close())

const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000).toISOString()
const publish = (fields: Record<string, unknown>) =>
  staff.post('/api/articles').send({ ...article(fields), _status: 'published' })

describe('the dates of a review', () => {
  test('can be published with the person who reviewed it', async () => {
    await publish({ reviewer, lastReviewed: days(-10), reviewDue: days(300) }).expect(201)
  })

  test.each([
    ['a review still to come', () => ({ reviewer, lastReviewed: days(3) }), 'This day is still to come.'],
    ['what is no day', () => ({ reviewer, lastReviewed: 'last spring' }), 'lastReviewed'],
    ['a next one that is no day', () => ({ reviewDue: 'next spring' }), 'reviewDue'],
    [
      'a review of no day',
      () => ({ reviewer }),
      'Write the day of the review, or leave empty who reviewed it.',
    ],
    ['a review by nobody', () => ({ lastReviewed: days(-10) }), 'Choose who reviewed it'],
    [
      'a next review before the last one',
      () => ({ reviewer, lastReviewed: days(-10), reviewDue: days(-11) }),
      'must be due after the last one',
    ],
  ])('are refused for %s, in a sentence', async (_, fields, sentence) => {
    const { body } = (await publish(fields()).expect(400)) as { body: unknown }
    expect(JSON.stringify(body)).toContain(sentence)
  })

  test('are refused of a document too that was published without them', async () => {
    const { id } = await staff.createPublished('articles', article())
    const answer = await staff
      .patch(`/api/articles/${id}`)
      .send({ lastReviewed: days(-1), _status: 'published' })
    expect(answer.status).toBe(400)
    await staff
      .patch(`/api/articles/${id}`)
      .send({ lastReviewed: days(-1), reviewer, _status: 'published' })
      .expect(200)
    await staff.patch(`/api/articles/${id}`).send({ summary: 'Shorter.', _status: 'published' }).expect(200)
  })

  test('do not keep a draft from being stored', async () => {
    for (const fields of [{ lastReviewed: days(3) }, { reviewer }]) {
      const { id } = await staff.create('articles', article(fields))
      expect(await staff.readNewest('articles', id)).toMatchObject({ _status: 'draft' })
    }
  })

  test('keep no document on the site that had wrong ones before they were checked', async () => {
    for (const withdraw of [staff.unpublish, staff.trash])
      for (const data of [{ lastReviewed: days(3) }, { reviewer }]) {
        const { id } = await staff.createPublished('articles', article())
        await cms.payload.db.updateOne({ collection: 'articles', id, data })
        await withdraw('articles', id)
        expect(await feedReader(cms).fieldsOf('articles', id)).toBeUndefined()
      }
  })
})
