import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { problemsIn, problemsInGraphql } from '../testing/problems.ts'
import { block, link, linkTo, paragraph, richText, words } from '../testing/rich-text.ts'
import { article, faq } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

const notBuilt = (path: string, label: string) =>
  `${path}: “${label}” is not built as the editor builds a text: a “root” with a list of “children”, each with a “type”, some with “children” of their own, and links with an address or a document.`

const root = (children: unknown) => ({ root: { type: 'root', version: 1, children } })
const inParagraph = (children: unknown) => root([{ type: 'paragraph', version: 1, children }])
const withFields = (fields: object) => richText(paragraph({ ...link('/about/'), fields }))

describe('a text that is not built as the editor builds one is refused, with its field', () => {
  test.each<[string, unknown]>([
    ['a word', 'Hello.'],
    ['nothing', {}],
    ['no root', { children: [] }],
    ['a root that is a list', { root: [] }],
    ['no children', { root: { type: 'root' } }],
    ['children that are no list', root({})],
    ['children that are a word', root('x')],
    ['nothing as a child', root([null])],
    ['a word as a child', root(['x'])],
    ['a child of no type', root([{ version: 1, children: [] }])],
    ['children of a paragraph that are no list', inParagraph({})],
    ['nothing inside a paragraph', inParagraph([null])],
    ['nothing inside a block', richText(block('callout', { title: 'x', body: root([null]) }))],
    ['a link to a number', withFields({ linkType: 'custom', url: 5 })],
    ['a link to an unknown document', withFields({ linkType: 'internal', doc: {} })],
    [
      'a link into an unknown collection',
      withFields({ linkType: 'internal', doc: { relationTo: 'x', value: '0'.repeat(24) } }),
    ],
  ])('%s', async (_, body) => {
    for (const query of ['', '?draft=true']) {
      const response = await staff
        .post(`/api/articles${query}`)
        .send({ ...article(), body })
        .expect(400)
      expect(problemsIn(response)).toEqual([notBuilt('body', 'Text')])
    }
  })

  test('when a document is changed, which stays as it was, and in other collections', async () => {
    const { id } = await staff.createPublished('articles', article({ body: words('Good.') }))
    for (const query of ['', '?draft=true&autosave=true'])
      await staff
        .patch(`/api/articles/${id}${query}`)
        .send({ body: root([null]) })
        .expect(400)
    expect(await staff.readNewest('articles', id)).toMatchObject({ body: words('Good.') })
    const response = await staff
      .post('/api/faqs')
      .send({ ...faq(), answer: root([null]) })
      .expect(400)
    expect(problemsIn(response)).toEqual([notBuilt('answer', 'Answer')])
  })

  test('over GraphQL', async () => {
    const query =
      'mutation ($body: JSON!) { createArticle(data: { title: "A", summary: "B", body: $body }, draft: true) { id } }'
    const response = await staff
      .post('/api/graphql')
      .send({ query, variables: { body: root([null]) } })
      .expect(200)
    expect(problemsInGraphql(response)).toEqual([notBuilt('body', 'Text')])
  })

  test('and somebody who is not logged in learns nothing of it', async () => {
    await editor(cms)
      .post('/api/articles')
      .send({ ...article(), body: 'Hello.' })
      .expect(403)
  })
})

test('a text with a link to a document, and a draft without a text, are saved', async () => {
  const { id } = await staff.createPublished('articles', article())
  const body = richText(paragraph(linkTo('articles', id)), block('callout', { title: 'x', body: words('y') }))
  await staff.createPublished('articles', article({ body }))
  await staff.post('/api/articles?draft=true').send({ title: 'No text', body: null }).expect(201)
})
