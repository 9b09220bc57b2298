import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { article, person, publishedArticle } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

async function copy(id: string): Promise<Saved> {
  const response = await staff.post(`/api/articles/${id}/duplicate`).send({ _status: 'draft' }).expect(200)
  return (response.body as { doc: Saved }).doc
}

describe('a copy of a published document', () => {
  test('is a draft of its own, not public, with another id', async () => {
    const { id } = await staff.createPublished('articles', article())
    const copied = await copy(id)
    expect(copied.id).toMatch(/^[0-9a-f]{24}$/)
    expect(copied.id).not.toBe(id)
    expect(await staff.read('articles', copied.id)).toMatchObject({ _status: 'draft' })
    expect(await feedReader(cms).fieldsOf('articles', copied.id)).toBeUndefined()
  })

  test('was neither published nor reviewed before, and has no history', async () => {
    const reviewer = await staff.createPublished('people', person())
    const { id } = await staff.createPublished(
      'articles',
      article({
        reviewer: reviewer.id,
        lastReviewed: '2026-01-01T00:00:00.000Z',
        reviewDue: '2027-01-01T00:00:00.000Z',
        changeNotes: [{ date: '2026-01-01T00:00:00.000Z', kind: 'major', text: 'First.' }],
      }),
    )
    const copied = await copy(id)
    const { publishedAt = null, reviewer: by = null, lastReviewed = null, reviewDue = null } = copied
    expect({ publishedAt, by, lastReviewed, reviewDue, notes: copied.changeNotes ?? [] }).toEqual({
      publishedAt: null,
      by: null,
      lastReviewed: null,
      reviewDue: null,
      notes: [],
    })
  })
})

describe('a document made of what the API tells of another', () => {
  const rows = { keyPoints: [{ point: 'One.' }, { point: 'Two.' }], sources: [{ key: 'a2020', title: 'A' }] }

  test.each(['draft', 'published'])('is a document of its own, with rows of its own: %s', async (status) => {
    const { id, slug, ...told } = await staff.createPublished('articles', article(rows))
    const { title } = article()
    const response = await staff
      .post('/api/articles')
      .send({ ...told, title, _status: status })
      .expect(201)
    const { doc } = response.body as { doc: Saved }

    expect(doc).toMatchObject({ ...rows, _status: status })
    expect(doc.id).not.toBe(id)
    expect(doc.slug).not.toBe(slug)
    expect(rowIds(doc)).toHaveLength(3)
    const first = await staff.read('articles', id)
    expect(first).toMatchObject(rows)
    expect(rowIds(first).filter((row) => rowIds(doc).includes(row))).toEqual([])
  })
})

function rowIds({ keyPoints = [], sources = [] }: Saved): unknown[] {
  return [...(keyPoints as { id: unknown }[]), ...(sources as { id: unknown }[])].map(({ id }) => id)
}

describe('the mark of starter content', () => {
  const marked = (): Promise<{ id: string }> => publishedArticle(cms.payload, { starterContent: true })

  test('cannot be taken away, whoever tries', async () => {
    const { id } = await marked()
    await staff.patch(`/api/articles/${id}`).send({ starterContent: false, _status: 'published' }).expect(200)
    await staff
      .patch(`/api/articles?where[id][equals]=${id}`)
      .send({ starterContent: false, _status: 'published' })
      .expect(200)
    const query = `mutation { updateArticle(id: "${id}", data: { starterContent: false, _status: published }) { id } }`
    await staff.post('/api/graphql').send({ query }).expect(200)
    expect(await staff.read('articles', id)).toMatchObject({ starterContent: true })
  })

  test('stays on a copy', async () => {
    const { id } = await marked()
    const copied = await copy(id)
    expect(copied).toMatchObject({ starterContent: true })
    expect(await staff.publish('articles', copied.id, { title: 'Another title' })).toMatchObject({
      starterContent: true,
    })
  })

  test('stays when an earlier version is restored', async () => {
    const { id } = await marked()
    await staff.publish('articles', id, { summary: 'Changed.' })
    const [, earlier] = await staff.versions('articles', id)
    await staff
      .post(`/api/articles/versions/${earlier ?? ''}`)
      .send({})
      .expect(200)
    expect(await staff.publish('articles', id)).toMatchObject({ starterContent: true })
  })

  test('is not given to what people write', async () => {
    const { id } = await staff.createPublished('articles', article({ starterContent: true }))
    expect(await staff.read('articles', id)).toMatchObject({ starterContent: false })
  })
})

describe('the date of the first publish', () => {
  test('is set at the first publish and kept through all that follows', async () => {
    const { id } = await staff.create('articles', article())
    expect((await staff.read('articles', id)).publishedAt ?? null).toBeNull()
    const { publishedAt } = await staff.publish('articles', id)
    expect(Date.now() - Date.parse(publishedAt as string)).toBeLessThan(60_000)
    await staff.publish('articles', id, { summary: 'Changed.' })
    await staff.unpublish('articles', id)
    await staff.publish('articles', id)
    await staff.trash('articles', id)
    await staff.untrash('articles', id, 'published')
    expect(await staff.read('articles', id)).toMatchObject({ publishedAt })
  })

  test('is set when a document is published as it is made', async () => {
    const { publishedAt } = await staff.createPublished('articles', article())
    expect(Date.parse(publishedAt as string)).not.toBeNaN()
  })

  test('may be set by the editor, for what was published elsewhere before', async () => {
    const publishedAt = '2020-05-05T00:00:00.000Z'
    expect(await staff.createPublished('articles', article({ publishedAt }))).toMatchObject({ publishedAt })
  })
})
