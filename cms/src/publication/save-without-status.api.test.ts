import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
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

function publishArticle(): Promise<Saved> {
  return staff.createPublished('articles', article({ summary: 'Published.' }))
}

async function withUnpublishedChanges(): Promise<Saved> {
  const article = await publishArticle()
  await staff.autosave('articles', article.id, { summary: 'Typed.' })
  return article
}

type Save = (ids: string[], data: object) => Promise<unknown>

const saves: [string, Save][] = [
  ['a PATCH', ([id = ''], data) => staff.patch(`/api/articles/${id}`).send(data).expect(200)],
  [
    'a PATCH of many',
    (ids, data) =>
      staff
        .patch(`/api/articles?where[id][in]=${ids.join(',')}`)
        .send(data)
        .expect(200),
  ],
  [
    'a GraphQL mutation',
    async ([id], data) => {
      const query =
        'mutation ($id: String!, $data: mutationArticleUpdateInput!) { updateArticle(id: $id, data: $data) { id } }'
      const response = await staff.post('/api/graphql').send({ query, variables: { id, data } }).expect(200)
      expect(response.body).toEqual({ data: { updateArticle: { id } } })
    },
  ],
]

describe.each(saves)('%s that does not say whether it publishes', (_, save) => {
  test('becomes a save of the draft while unpublished changes exist', async () => {
    const { id } = await withUnpublishedChanges()
    await save([id], { title: `Changed ${id}` })
    expect(await staff.read('articles', id)).toMatchObject({ summary: 'Published.', _status: 'published' })
    expect(await staff.readNewest('articles', id)).toMatchObject({
      title: `Changed ${id}`,
      summary: 'Typed.',
      _status: 'draft',
    })
  })

  test('changes the public page while there are none', async () => {
    const { id } = await publishArticle()
    await save([id], { summary: 'Changed.' })
    expect(await staff.read('articles', id)).toMatchObject({ summary: 'Changed.', _status: 'published' })
  })

  test('leaves a draft a draft', async () => {
    const { id } = await staff.create('articles', article())
    await save([id], { slug: `never-${id}`, summary: 'Changed.' })
    expect(await staff.read('articles', id)).toMatchObject({ summary: 'Changed.', _status: 'draft' })
  })

  test('does not withdraw a page because it says that the document is not in the trash', async () => {
    const { id } = await publishArticle()
    await save([id], { summary: 'Changed.', deletedAt: null })
    expect(await staff.read('articles', id)).toMatchObject({ summary: 'Changed.', _status: 'published' })
  })
})

test('a save of many keeps the unpublished changes of each', async () => {
  const [drafted, other] = [await withUnpublishedChanges(), await publishArticle()]
  await staff
    .patch(`/api/articles?where[id][in]=${drafted.id},${other.id}`)
    .send({ seo: { title: 'Changed' } })
    .expect(200)
  expect(await staff.readNewest('articles', drafted.id)).toMatchObject({
    summary: 'Typed.',
    seo: { title: 'Changed' },
  })
  for (const { id } of [drafted, other])
    expect(await staff.read('articles', id)).toMatchObject({ summary: 'Published.', _status: 'published' })
})

test('publishing many publishes the newest draft of each', async () => {
  const { id } = await withUnpublishedChanges()
  await staff.patch(`/api/articles?where[id][in]=${id}`).send({ _status: 'published' }).expect(200)
  expect(await staff.read('articles', id)).toMatchObject({ summary: 'Typed.', _status: 'published' })
})
