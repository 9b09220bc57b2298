import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { newId } from '../database/object-id.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { article, redirect } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

const published = (slug: string) => staff.createPublished('articles', article({ slug }))
const redirectsFrom = async (slug: string) => {
  const { docs } = await cms.payload.find({
    collection: 'redirects',
    where: { from: { contains: `/articles/${slug}` } },
    depth: 0,
  })
  return docs
}
const toArticle = (id: string) => ({ type: 'reference', reference: { relationTo: 'articles', value: id } })

describe('the address that a published document had', () => {
  test('leads to it from then on, for the public too', async () => {
    const { id } = await published('before')
    await staff.publish('articles', id, { slug: 'after' })
    const [made, ...others] = await redirectsFrom('before')
    expect(others).toEqual([])
    expect(made).toMatchObject({ from: '/articles/before/', to: toArticle(id) })
    expect(await feedReader(cms).fieldsOf('redirects', made?.id ?? '')).toMatchObject({
      from: '/articles/before/',
    })
  })

  test('leads to it once the new one is published, not while it is a draft', async () => {
    const { id } = await published('drafted')
    await staff.autosave('articles', id, { slug: 'drafted-anew' })
    expect(await redirectsFrom('drafted/')).toEqual([])
    await staff.publish('articles', id)
    expect(await redirectsFrom('drafted/')).toHaveLength(1)
  })

  test('leads to it through all addresses that it ever had', async () => {
    const { id } = await published('one')
    for (const slug of ['two', 'one', 'three']) await staff.publish('articles', id, { slug })
    for (const slug of ['one', 'two'])
      expect(await redirectsFrom(`${slug}/`)).toMatchObject([{ to: toArticle(id) }])
  })

  test('leads to it where it led elsewhere', async () => {
    await staff.createPublished('redirects', redirect({ from: '/articles/known' }))
    const { id } = await published('known')
    await staff.publish('articles', id, { slug: 'known-anew' })
    expect(await redirectsFrom('known')).toMatchObject([{ from: '/articles/known', to: toArticle(id) }])
  })

  test('leads to it where it led elsewhere twice, with a slash at its end and without', async () => {
    // Both can be in a database that is older than the refusal of the second one.
    await staff.createPublished('redirects', redirect({ from: '/articles/twice' }))
    const second = { ...redirect({ from: '/articles/twice/' }), id: newId() }
    await cms.payload.db.create({ collection: 'redirects', data: second })
    const { id } = await published('twice')
    await staff.publish('articles', id, { slug: 'moved-on' })
    expect(await redirectsFrom('twice')).toMatchObject([{ to: toArticle(id) }, { to: toArticle(id) }])
  })

  test('is nobody’s when the document was not public, or the publish is refused', async () => {
    const { id: draft } = await staff.create('articles', article({ slug: 'never-public' }))
    await staff.publish('articles', draft, { slug: 'public-at-last' })
    expect(await redirectsFrom('never-public')).toEqual([])
    const { id } = await published('stays')
    await staff
      .patch(`/api/articles/${id}`)
      .send({ slug: 'goes', title: '', _status: 'published' })
      .expect(400)
    expect(await redirectsFrom('stays')).toEqual([])
  })

  test('of one whose slug stays makes none', async () => {
    const { id } = await published('same')
    await staff.publish('articles', id, { summary: 'Changed.' })
    expect(await redirectsFrom('same')).toEqual([])
  })
})
