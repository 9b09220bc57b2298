import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { link, paragraph, richText } from '../testing/rich-text.ts'
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

const BAD_ADDRESS = 'An address has only small letters, digits and single hyphens between words. Try “a-b”.'
const UNSAFE =
  'The link “a link” in “Text” leads to “javascript:alert(1)”, which is no address that a page can link to. Use one that starts with https://, mailto: or tel:.'
const unsafe = () => article({ body: richText(paragraph(link('javascript:alert(1)'))) })

test.each([
  ['an address', () => article({ slug: 'a/b' }), BAD_ADDRESS],
  ['a text', unsafe, UNSAFE],
])('the answer itself says in whole sentences what is wrong with %s', async (_, sample, sentence) => {
  const response = await staff.post('/api/articles?draft=true').send(sample()).expect(400)
  expect(response.body).toMatchObject({ message: sentence, errors: [{ message: sentence }] })
})

test('so does the answer to an edit of many', async () => {
  const { id } = await staff.create('articles', article({ title: 'Unsafe' }))
  const response = await staff
    .patch(`/api/articles?draft=true&where[id][equals]=${id}`)
    .send({ body: unsafe().body })
    .expect(400)
  expect(response.body).toMatchObject({ errors: [{ id, message: `“Unsafe”: ${UNSAFE}` }] })
})

test('the answer to a publish of many names each document that is not finished, by its newest title', async () => {
  const { id } = await staff.createPublished('articles', article({ title: 'Old title' }))
  await staff.autosave('articles', id, { title: 'New title', summary: '' })
  const { id: untitled } = await staff.create('articles', { summary: 'A summary.' })
  const { id: finished } = await staff.create('articles', article())
  const response = await staff
    .patch(`/api/articles?where[id][in]=${[id, untitled, finished].join(',')}`)
    .send({ _status: 'published' })
    .expect(400)
  const { docs, errors } = response.body as { docs: object[]; errors: { id: string; message: string }[] }
  expect(docs).toMatchObject([{ id: finished }])
  const messages = new Map(errors.map((error) => [error.id, error.message]))
  expect(messages.get(id)).toMatch(/^“New title”: .*Text > Summary/)
  expect(messages.get(untitled)).toMatch(/^A document without a title: .*Text > Title/)
})

test('what is wrong with a text and which fields are empty is told in one answer', async () => {
  const { id } = await staff.create('articles', article())
  const response = await staff
    .patch(`/api/articles/${id}`)
    .send({ ...unsafe(), title: '', _status: 'published' })
    .expect(400)
  expect(response.body).toMatchObject({
    message: `${UNSAFE} “Text > Title”: This field is required.`,
    errors: [
      {
        data: {
          errors: [
            { path: 'body', message: UNSAFE },
            { path: 'title', label: 'Text > Title' },
          ],
        },
      },
    ],
  })
})

test('a draft with a text that is refused may have empty fields', async () => {
  const { body } = unsafe()
  const response = await staff.post('/api/articles?draft=true').send({ title: 'A draft', body }).expect(400)
  expect(response.body).toMatchObject({ message: UNSAFE })
})

test('what Payload finds by itself is told by field', async () => {
  const response = await staff.post('/api/articles').send({ _status: 'published' }).expect(400)
  expect(response.body).not.toHaveProperty('message')
  expect(response.body).toMatchObject({ errors: [{ data: { errors: expect.any(Array) } }] })
})
