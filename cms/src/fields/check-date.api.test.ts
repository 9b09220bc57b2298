import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { problemsIn } from '../testing/problems.ts'
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

/** What `new Date('1 May 20226, 10:00')` gives. */
const FAR = '+020226-05-01T10:00:00.000Z'
const note = (date: string) => ({ changeNotes: [{ date, text: 'A change.' }] })
const lines = [{ name: 'Line', contacts: [{ kind: 'call', value: '988' }] }]
const tooFar = (path: string, year = 20226) =>
  `${path}: The year of this date is ${year}. Write a date between 1900 and 2200.`

const publish = (fields: object) =>
  staff.post('/api/articles').send({ ...article(fields), _status: 'published' })

describe('a date of no time that readers live in is refused', () => {
  test.each([
    ['publishedAt', () => ({ publishedAt: FAR })],
    ['lastReviewed', () => ({ lastReviewed: FAR, reviewer })],
    ['reviewDue', () => ({ reviewDue: FAR })],
    ['changeNotes.0.date', () => note(FAR)],
  ])('as %s of a page', async (path, fields) => {
    expect(problemsIn(await publish(fields()).expect(400))).toEqual([tooFar(path)])
  })

  test('as the day on which the crisis lines were verified', async () => {
    const response = await staff
      .post('/api/globals/crisis')
      .send({ heading: 'Help', lines, lastVerifiedOn: FAR })
      .expect(400)
    expect(problemsIn(response)).toEqual([tooFar('lastVerifiedOn')])
  })

  test.each([
    ['0202-05-01T10:00:00.000Z', 202],
    ['1899-12-31T23:59:59.000Z', 1899],
    ['2201-01-01T00:00:00.000Z', 2201],
  ])('as %s', async (publishedAt, year) => {
    expect(problemsIn(await publish({ publishedAt }).expect(400))).toEqual([tooFar('publishedAt', year)])
  })
})

test.each(['1900-01-01T00:00:00.000Z', '2026-11-29T12:00:00.000Z', '2200-12-31T12:00:00.000Z'])(
  'the date %s is kept',
  async (day) => {
    const { id } = await staff.createPublished('articles', article({ reviewDue: day }))
    expect(await staff.read('articles', id)).toMatchObject({ reviewDue: day })
  },
)

test('a date that was stored before it was checked keeps no page on the site', async () => {
  for (const withdraw of [staff.unpublish, staff.trash]) {
    const { id } = await staff.createPublished('articles', article())
    await cms.payload.db.updateOne({ collection: 'articles', id, data: { publishedAt: FAR } })
    await withdraw('articles', id)
    expect(
      await cms.payload.count({
        collection: 'articles',
        where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
      }),
    ).toEqual({ totalDocs: 0 })
  }
})
