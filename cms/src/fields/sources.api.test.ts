import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
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

const withAddress = (url: unknown) =>
  article({ sources: [{ key: 'one', title: 'A trial', url: url as string }] })
const withPubMedId = (pmid: string) => article({ sources: [{ key: 'one', title: 'A trial', pmid }] })

describe('the number of a source in PubMed', () => {
  test('is a number', async () => {
    const { id } = await staff.createPublished('articles', withPubMedId('37224232'))
    expect(await staff.read('articles', id)).toMatchObject({ sources: [{ pmid: '37224232' }] })
  })

  test.each(['PMID: 37224232', 'abc', 'https://pubmed.ncbi.nlm.nih.gov/37224232/'])(
    'is refused as “%s”, which would be a link to nowhere',
    async (pmid) => {
      const response = await staff
        .post('/api/articles')
        .send({ ...withPubMedId(pmid), _status: 'published' })
        .expect(400)
      expect(response.text).toContain('Write the number alone, for example 37224232.')
    },
  )

  test('is refused as anything but a text, of a draft too', async () => {
    const { id } = await staff.createPublished('articles', withPubMedId('37224232'))
    const sources = [{ key: 'one', title: 'A trial', pmid: { $gt: '' } }]
    await staff.patch(`/api/articles/${id}`).send({ sources, _status: 'draft' }).expect(400)
    expect(await staff.read('articles', id)).toMatchObject({ sources: [{ pmid: '37224232' }] })
  })

  test('that was stored before it was checked does not keep a page on the site', async () => {
    const { id } = await staff.createPublished('articles', withPubMedId('37224232'))
    const { sources } = await staff.read('articles', id)
    const before = (sources as object[]).map((source) => ({ ...source, pmid: 'PMID 1' }))
    await cms.payload.db.updateOne({ collection: 'articles', id, data: { sources: before } })
    expect(await staff.unpublish('articles', id)).toMatchObject({ _status: 'draft' })
  })
})

describe('the web address of a source', () => {
  test.each(['https://doi.org/10.1056/NEJMoa1', 'http://example.org:8080/?a=b#c', undefined])(
    'can be %s',
    async (url) => {
      const { id } = await staff.createPublished('articles', withAddress(url))
      expect(await staff.read('articles', id)).toMatchObject({ sources: [url === undefined ? {} : { url }] })
    },
  )

  test.each([
    'https://doi.org:10.1056/NEJMoa1',
    'doi.org/10.1056',
    'https://',
    'javascript:alert(1)',
    'https://a b',
  ])('is refused as “%s”, which no browser can open', async (url) => {
    const response = await staff
      .post('/api/articles')
      .send({ ...withAddress(url), _status: 'published' })
      .expect(400)
    expect(response.text).toContain('Write a full web address that starts with https://.')
  })

  test('is refused as anything but a text, of a draft too', async () => {
    const { id } = await staff.createPublished('articles', withAddress('https://example.org'))
    const { sources } = withAddress({ $gt: '' })
    await staff.patch(`/api/articles/${id}`).send({ sources, _status: 'draft' }).expect(400)
    expect(await staff.read('articles', id)).toMatchObject({ sources: [{ url: 'https://example.org' }] })
  })

  test('that was stored before it was checked does not keep a page on the site', async () => {
    const { id } = await staff.createPublished('articles', withAddress('https://example.org'))
    const { sources } = await staff.read('articles', id)
    const before = (sources as object[]).map((source) => ({ ...source, url: 'https://doi.org:10.1/a' }))
    await cms.payload.db.updateOne({ collection: 'articles', id, data: { sources: before } })
    expect(await staff.unpublish('articles', id)).toMatchObject({ _status: 'draft' })
  })
})
