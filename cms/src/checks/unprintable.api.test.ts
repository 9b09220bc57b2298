import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { block, citation, paragraph, richText, words } from '../testing/rich-text.ts'
import { article, page, person } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

describe('characters that nobody sees', () => {
  const dirty = {
    title: 'Nul\u0000after',
    summary: 'One line\u000bof a slide\ud83d.',
    keyPoints: [{ point: 'A\u0001 point\u000cgoes on' }],
    sources: [{ key: 'one', title: 'A\uffff trial' }],
    body: richText(
      paragraph('Pasted\u000bwords', citation('one')),
      block('callout', { title: 'Take\u0007 care', body: words('Inside\u001f.') }),
    ),
  }
  const clean = {
    title: 'Nulafter',
    summary: 'One line of a slide.',
    keyPoints: [{ point: 'A point goes on' }],
    sources: [{ title: 'A trial' }],
  }

  test('are taken out of all texts of a document when it is made', async () => {
    const { id } = await staff.createPublished('articles', dirty)
    const saved = await staff.read('articles', id)
    expect(saved).toMatchObject(clean)
    const body = JSON.stringify(saved.body)
    for (const part of ['"Pasted words"', '"Take care"', '"Inside."']) expect(body).toContain(part)
    expect(await feedReader(cms).fieldsOf('articles', id)).toMatchObject(clean)
  })

  test('are taken out when it is changed, published, autosaved, and when many are changed', async () => {
    const { id } = await staff.createPublished('articles', article())
    expect(await staff.publish('articles', id, dirty)).toMatchObject(clean)
    expect(await staff.autosave('articles', id, { title: 'New\u0000er' })).toMatchObject({ title: 'Newer' })
    await staff.patch(`/api/articles?where[id][equals]=${id}`).send({ summary: 'Of\u0000 many.' }).expect(200)
    expect(await staff.readNewest('articles', id)).toMatchObject({ summary: 'Of many.' })
  })

  test('are taken out before what remains is checked', async () => {
    const response = await staff
      .post('/api/articles')
      .send({ ...article({ title: '\u0000\u0007' }), _status: 'published' })
      .expect(400)
    expect(response.text).toContain('title')
  })

  test('are taken out of other documents, over GraphQL, and by the server itself', async () => {
    const { id } = await staff.createPublished('people', person({ role: 'Nur\u0000se' }))
    expect(await staff.read('people', id)).toMatchObject({ role: 'Nurse' })
    const query =
      'mutation { createPerson(data: { kind: "person", name: "A\\u0000nna" }, draft: true) { name } }'
    const response = await staff.post('/api/graphql').send({ query }).expect(200)
    expect(response.body).toEqual({ data: { createPerson: { name: 'Anna' } } })
    const made = await cms.payload.create({
      collection: 'pages',
      data: page({ summary: 'By\u0000 itself.' }),
    })
    expect(made).toMatchObject({ summary: 'By itself.' })
  })

  test('are taken out of the globals', async () => {
    const response = await staff
      .post('/api/globals/clinic')
      .send({ name: 'The\u000bclinic\u0000', timeZone: 'America/New_York', address: 'A street\n1\u0002' })
      .expect(200)
    expect(response.body).toMatchObject({ result: { name: 'The clinic', address: 'A street\n1' } })
  })
})

test('everything that can be seen is kept', async () => {
  const title = 'É 😀 a\tb'
  const summary = 'One.\nTwo.\r\nThree\u00a0four\u200b.'
  const { id } = await staff.createPublished('articles', article({ title, summary }))
  expect(await staff.read('articles', id)).toMatchObject({ title, summary })
})
