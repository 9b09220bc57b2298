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

const keyPoints = [{ point: 'First' }, { point: 'Second' }]
type Rows = { id: string; point: string }[]
const withRows = async () => {
  const { id, keyPoints: rows } = await staff.createPublished('articles', article({ keyPoints }))
  return { id, rows: rows as Rows }
}
const rowsOf = async (id: string) => (await staff.read('articles', id)).keyPoints as Rows
const pointsOf = (rows: Rows) => rows.map(({ point }) => point)

test.each(['published', 'draft'])(
  'rows of another document are taken with ids of their own: %s',
  async (_status) => {
    const [first, second] = [await withRows(), await withRows()]
    await staff.patch(`/api/articles/${second.id}`).send({ keyPoints: first.rows, _status }).expect(200)
    const rows = await rowsOf(second.id)
    expect(pointsOf(rows)).toEqual(['First', 'Second'])
    expect(new Set([...rows, ...first.rows].map(({ id }) => id)).size).toBe(4)
    expect(await rowsOf(first.id)).toEqual(first.rows)
    const { keyPoints: created } = await staff.createPublished('articles', article({ keyPoints: first.rows }))
    expect(pointsOf(created as Rows)).toEqual(['First', 'Second'])
  },
)

test('two rows with one id become two rows', async () => {
  const { id } = await withRows()
  const twice = ['One', 'Two'].map((point) => ({ id: '6b0cede797708b4078e16aaa', point }))
  await staff.patch(`/api/articles/${id}`).send({ keyPoints: twice, _status: 'published' }).expect(200)
  const rows = await rowsOf(id)
  expect(pointsOf(rows)).toEqual(['One', 'Two'])
  expect(rows[0]?.id).toBe(twice[0]?.id)
  expect(rows[1]?.id).not.toBe(twice[0]?.id)
})

test.each(['published', 'draft'])(
  'several documents at once can be given the same rows: %s',
  async (_status) => {
    const documents = [await withRows(), await withRows()]
    const ids = documents.map(({ id }) => id)
    const rows = [{ id: `6b0cede797708b4078e16b${_status === 'draft' ? '01' : '02'}`, point: 'For both' }]
    const response = await staff
      .patch(`/api/articles?where[id][in]=${ids.join(',')}${_status === 'draft' ? '&draft=true' : ''}`)
      .send({ keyPoints: rows, _status })
      .expect(200)
    expect(response.body).toMatchObject({ errors: [] })
    for (const id of ids) {
      await staff.publish('articles', id)
      expect(pointsOf(await rowsOf(id))).toEqual(['For both'])
    }
  },
)

test('ids that no other row has stay as they are', async () => {
  const { id, rows } = await withRows()
  const more = [...rows, { id: '6b0cede797708b4078e16ccc', point: 'Third' }]
  await staff.patch(`/api/articles/${id}`).send({ keyPoints: more, _status: 'published' }).expect(200)
  expect(await rowsOf(id)).toEqual(more)
})
