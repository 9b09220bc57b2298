import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { problemsInGraphql } from '../testing/problems.ts'
import { article, faq, page, person, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

const FORM = 'An address has only small letters, digits and single hyphens between words.'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

/** Tries to make a document. @returns what is said about its address; nothing of it is stored */
async function refusalOf(collection: string, data: object, query = ''): Promise<string> {
  const countBefore = (await staff.get(`/api/${collection}/count`)).body as unknown
  const response = await staff.post(`/api/${collection}${query}`).send(data).expect(400)
  expect((await staff.get(`/api/${collection}/count`)).body).toEqual(countBefore)
  return messageOf(response.body)
}

function messageOf(body: unknown): string {
  const [error] = (body as { errors: { data: { errors: { message: string; path: string }[] } }[] }).errors
  expect(error?.data.errors.map(({ path }) => path)).toEqual(['slug'])
  return error?.data.errors[0]?.message ?? ''
}

describe('an address that is no address', () => {
  test.each([
    ['a/b', ` Try “a-b”.`],
    ['../secret', ` Try “secret”.`],
    ['..', ''],
    ['two words', ` Try “two-words”.`],
    ['Upper-Case', ` Try “upper-case”.`],
    ['a--b', ` Try “a-b”.`],
    ['café', ` Try “cafe”.`],
    ['<script>', ` Try “script”.`],
  ])('“%s” is refused, in a draft too', async (slug, advice) => {
    const published = { ...article(), slug, _status: 'published' }
    expect(await refusalOf('articles', published)).toBe(FORM + advice)
    expect(await refusalOf('articles', article({ slug }), '?draft=true')).toBe(FORM + advice)
  })

  test('one that is too long is refused with both lengths', async () => {
    expect(await refusalOf('topics', topic({ slug: 'a'.repeat(97) }))).toBe(
      'The address has 97 characters; at most 96 fit.',
    )
  })

  test('one without a letter or digit in the title needs to be written', async () => {
    expect(await refusalOf('topics', { name: '???' })).toBe(
      'No address can be made from the name: it has no letters from a to z and no digits. Write the last part of the page’s address.',
    )
  })
})

test.each([
  ['articles', 'topics'],
  ['pages', 'conditions'],
  ['pages', 'api'],
])('in %s the address “%s” is the site’s own', async (collection, slug) => {
  const data = { ...(collection === 'pages' ? page() : article()), slug, _status: 'published' }
  expect(await refusalOf(collection, data)).toBe(
    `The site needs the address “${slug}” for itself. Choose another one.`,
  )
})

describe('an address that another document has', () => {
  test.each([
    ['articles', article({ title: 'First' }), article()],
    ['people', person({ name: 'First' }), person()],
    ['faqs', faq({ question: 'First' }), faq()],
    ['topics', topic({ name: 'First' }), topic()],
  ])('is refused in %s with the name of that document', async (collection, first, second) => {
    await staff.createPublished(collection, { ...first, slug: 'taken' })
    expect(await refusalOf(collection, { ...second, slug: 'taken', _status: 'published' })).toBe(
      '“First” already has the address “taken”. Choose another one.',
    )
  })

  test('is refused in a change too, which changes nothing', async () => {
    const { id } = await staff.createPublished('pages', page({ slug: 'one', title: 'One' }))
    const other = await staff.createPublished('pages', page({ slug: 'other' }))
    const change = { slug: 'one', summary: 'Changed.', _status: 'published' }
    const response = await staff.patch(`/api/pages/${other.id}`).send(change).expect(400)
    expect(messageOf(response.body)).toBe('“One” already has the address “one”. Choose another one.')
    expect(await staff.read('pages', other.id)).toMatchObject({ slug: 'other', summary: other.summary })
    await staff.publish('pages', id, { slug: 'one' })
  })

  test('is refused when that document is in the trash, and free when it is deleted', async () => {
    const { id } = await staff.createPublished('articles', article({ slug: 'kept', title: 'Old' }))
    await staff.trash('articles', id)
    const next = article({ slug: 'kept', _status: 'published' })
    expect(await refusalOf('articles', next)).toBe(
      '“Old”, which is in the trash, still has the address “kept”. Choose another one, or delete that document for good first.',
    )
    await staff.remove('articles', id)
    await staff.createPublished('articles', next)
  })

  test('is refused when that document takes it in a draft, so that the draft can be published', async () => {
    const { id } = await staff.createPublished('articles', article({ title: 'Moving' }))
    await staff.autosave('articles', id, { slug: 'moved-here' })
    expect(await refusalOf('articles', article({ slug: 'moved-here', _status: 'published' }))).toBe(
      '“Moving” already has the address “moved-here” in a draft. Choose another one.',
    )
    expect(await staff.publish('articles', id)).toMatchObject({ slug: 'moved-here' })
  })

  test('is given to one of two that ask for it at once; the other is told in a sentence', async () => {
    const ask = () => staff.post('/api/articles').send(article({ slug: 'raced-for', _status: 'published' }))
    const responses = await Promise.all([ask(), ask()])
    expect(responses.map(({ status }) => status).sort()).toEqual([201, 400])
  })

  test('is refused in a sentence when only the database finds out', async () => {
    const { db } = cms.payload
    const findOne = db.findOne.bind(db)
    const seesNoArticle = jest
      .spyOn(db, 'findOne')
      .mockImplementation((args) => (args.collection === 'articles' ? Promise.resolve(null) : findOne(args)))
    const seesNoDraft = jest.spyOn(db, 'findVersions').mockResolvedValue({ docs: [] } as never)
    const data = article({ slug: 'raced-for', _status: 'published' })
    const response = await staff.post('/api/articles').send(data)
    seesNoArticle.mockRestore()
    seesNoDraft.mockRestore()
    expect(response.status).toBe(400)
    expect(messageOf(response.body)).toBe('Another document has this already. Choose another one.')
  })
})

test('over GraphQL an address is refused in the same words', async () => {
  await staff.createPublished('articles', article({ slug: 'in-graphql', title: 'Owner' }))
  const query = 'mutation ($data: mutationArticleInput!) { createArticle(data: $data) { id } }'
  for (const [slug, message] of [
    ['a/b', `${FORM} Try “a-b”.`],
    ['in-graphql', '“Owner” already has the address “in-graphql”. Choose another one.'],
  ] as const) {
    const variables = { data: article({ slug, _status: 'published' }) }
    const response = await staff.post('/api/graphql').send({ query, variables }).expect(200)
    expect(problemsInGraphql(response)).toEqual([`slug: ${message}`])
  }
})

describe('an address that is left empty', () => {
  test('is made from the title when the document is published, not before', async () => {
    const response = await staff
      .post('/api/articles')
      .send(article({ title: 'What is PTSD?' }))
      .expect(201)
    const { id } = (response.body as { doc: Saved }).doc
    expect((await staff.readNewest('articles', id)).slug ?? null).toBeNull()
    expect(await staff.publish('articles', id)).toMatchObject({ slug: 'what-is-ptsd' })
  })

  test('stays as it is when the title changes later', async () => {
    const { id } = await staff.createPublished('articles', article({ title: 'Before' }))
    expect(await staff.publish('articles', id, { title: 'After' })).toMatchObject({ slug: 'before' })
  })

  test('may be empty in many drafts', async () => {
    const first = await staff.create('articles', article({ slug: '' }))
    const second = await staff.create('articles', article({ slug: '' }))
    expect([first.slug ?? null, second.slug ?? null]).toEqual([null, null])
  })

  test('is empty in a copy', async () => {
    const { id } = await staff.createPublished('articles', article({ title: 'Copied' }))
    const response = await staff.post(`/api/articles/${id}/duplicate`).send({ _status: 'draft' }).expect(200)
    expect((response.body as { doc: { slug?: string } }).doc.slug ?? null).toBeNull()
  })
})
