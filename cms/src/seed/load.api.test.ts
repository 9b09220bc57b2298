import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editorConfigFactory, getEnabledNodes } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import type { RichTextField } from 'payload'
import { feedPageSchema } from '@careword/shared/change-feed.ts'
import { publicCollections, publicGlobals } from '@careword/shared/public-fields.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { idFor } from './identifiers.ts'
import { isEmpty, loadStarterContent } from './load.ts'
import type { LoadResult } from './load.ts'
import { starterPictures } from './pictures.ts'
import { starterDocuments } from './starter-content.ts'

const LOAD_TIMEOUT_MS = 120_000

let cms: TestCms
let emptyBefore: boolean
let result: LoadResult
const progress: [done: number, total: number][] = []

beforeAll(async () => {
  cms = await startTestCms()
  emptyBefore = await isEmpty(cms.payload)
  result = await loadStarterContent(cms.payload, { onProgress: (...step) => progress.push(step) })
}, LOAD_TIMEOUT_MS)

afterAll(async () => {
  await cms.close()
})

/** Everything that is stored: documents, how many versions they have, and globals. */
async function everything(): Promise<unknown> {
  const { payload } = cms
  const stored: Record<string, unknown> = {}
  for (const collection of publicCollections) {
    const { docs } = await payload.find({ collection, trash: true, pagination: false, depth: 0, sort: 'id' })
    stored[collection] = docs
  }
  for (const collection of ['conditions', 'articles', 'faqs', 'pages', 'people'] as const)
    stored[`versions of ${collection}`] = (await payload.countVersions({ collection })).totalDocs
  for (const slug of publicGlobals) stored[slug] = await payload.findGlobal({ slug, depth: 0 })
  return stored
}

describe('loadStarterContent', () => {
  test('adds every text and picture to an empty CMS, and fills the globals', () => {
    const total = starterDocuments.length + starterPictures.length
    expect(emptyBefore).toBe(true)
    expect(result).toEqual({
      created: total,
      kept: 0,
      filled: ['clinic', 'crisis', 'navigation', 'search'],
    })
    expect(progress).toEqual(Array.from({ length: total }, (_, index) => [index + 1, total]))
  })

  test('leaves a CMS that is not empty', async () => {
    expect(await isEmpty(cms.payload)).toBe(false)
  })

  test('publishes every document, with the sign that nobody has reviewed it', async () => {
    for (const collection of ['conditions', 'articles', 'faqs', 'pages'] as const) {
      const { docs } = await cms.payload.find({ collection, pagination: false, depth: 0 })
      expect(docs.length).toBe(starterDocuments.filter((starter) => starter.collection === collection).length)
      for (const doc of docs)
        expect(doc).toMatchObject({
          _status: 'published',
          starterContent: true,
          authors: [idFor('people:editorial-team')],
        })
    }
  })

  test('shows the public form of it in the change feed', async () => {
    const response = await fetch(`${cms.url}/api/site-content`, { headers: cms.publisher })
    const { documents, more } = feedPageSchema.parse(await response.json())
    expect(more).toBe(false)
    expect(documents).toHaveLength(starterDocuments.length + starterPictures.length + publicGlobals.length)
    const related = documents.map((document) =>
      document.collection === 'articles' ? document.fields.related?.length : 3,
    )
    expect(new Set(related)).toEqual(new Set([3]))
  })

  test('stores texts in the form in which the editor itself would store them', async () => {
    const body = cms.payload.collections.articles.config.flattenedFields.find(({ name }) => name === 'body')
    const editorConfig = editorConfigFactory.fromField({ field: body as RichTextField })
    const { docs } = await cms.payload.find({ collection: 'articles', pagination: false, depth: 0 })
    for (const { slug, body: stored } of docs) {
      const editor = createHeadlessEditor({ nodes: getEnabledNodes({ editorConfig }) })
      const state = editor.parseEditorState(stored)
      const written = JSON.parse(JSON.stringify(state)) as unknown
      expect({ slug, written }).toEqual({ slug, written: stored })
    }
  })

  test('changes nothing the second time', async () => {
    const before = await everything()
    const again = await loadStarterContent(cms.payload)
    expect(again).toEqual({ created: 0, kept: result.created, filled: [] })
    expect(await everything()).toEqual(before)
  })

  test('keeps what editors changed, moved to the trash, or made themselves', async () => {
    const { payload } = cms
    const [renamed, trashed, removed] = [
      idFor('faqs:can-i-drive-home'),
      idFor('faqs:what-is-ketamine'),
      idFor('faqs:can-i-take-esketamine-at-home'),
    ]
    await payload.update({
      collection: 'faqs',
      id: renamed,
      data: { slug: 'driving', question: 'May I drive?', _status: 'published' },
    })
    await payload.update({ collection: 'faqs', id: trashed, data: { deletedAt: new Date().toISOString() } })
    const { answer } = await payload.findByID({ collection: 'faqs', id: removed })
    await payload.delete({ collection: 'faqs', id: removed })
    const own = await payload.create({
      collection: 'faqs',
      data: { question: 'At home?', slug: 'can-i-take-esketamine-at-home', answer, _status: 'draft' },
    })
    await payload.updateGlobal({ slug: 'clinic', data: { telephone: '617-555-0100' } })

    const before = await everything()
    expect(await loadStarterContent(payload)).toEqual({ created: 0, kept: result.created, filled: [] })
    expect(await everything()).toEqual(before)
    expect(own.id).not.toBe(removed)
  })

  test('brings back what was deleted for good, and nothing else', async () => {
    const { payload } = cms
    const id = idFor('faqs:what-is-dissociation')
    await payload.delete({ collection: 'faqs', id })
    expect(await loadStarterContent(payload)).toEqual({ created: 1, kept: result.created - 1, filled: [] })
    expect(await payload.findByID({ collection: 'faqs', id })).toMatchObject({ slug: 'what-is-dissociation' })
  })

  test('says which document and field stop it, and then stores no text at all', async () => {
    const { payload } = cms
    for (const slug of ['what-are-the-common-side-effects', 'what-is-esketamine'])
      await payload.delete({ collection: 'faqs', id: idFor(`faqs:${slug}`) })
    const { hooks } = payload.collections.faqs.config
    const refuse: (typeof hooks.beforeValidate)[number] = ({ data }) => {
      if (data?.slug === 'what-are-the-common-side-effects') return { ...data, question: '' }
      return data
    }
    hooks.beforeValidate.push(refuse)
    await expect(loadStarterContent(payload)).rejects.toThrow(
      /The starter content stops at faqs:what-are-the-common-side-effects: field “question”/,
    )
    hooks.beforeValidate.splice(hooks.beforeValidate.indexOf(refuse), 1)
    const found = await payload.find({
      collection: 'faqs',
      where: { slug: { in: ['what-are-the-common-side-effects', 'what-is-esketamine'] } },
    })
    expect(found.totalDocs).toBe(0)
  })
})
