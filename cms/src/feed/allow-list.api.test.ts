import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  draftCollections,
  publicCollections,
  publicFields,
  publicGlobals,
} from '@careword/shared/public-fields.ts'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import { words } from '../testing/rich-text.ts'
import { publishedPage } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { createFullDocument, createTargets } from './testing/create-full-documents.ts'
import {
  fullArticle,
  fullClinic,
  fullCondition,
  fullCrisis,
  fullFaq,
  fullMedia,
  fullNavigation,
  fullPage,
  fullPerson,
  fullRedirect,
  fullSearch,
  fullTopic,
} from './testing/full-documents.ts'
import type { Targets } from './testing/full-documents.ts'
import { readFeed } from './testing/read-feed.ts'
import type { Feed } from './testing/read-feed.ts'

const SECRET = 'Heliotrope'

let cms: TestCms
let feed: Feed
let targets: Targets
/** The id of the full document of each collection and global. */
const ids = {} as Record<DocumentCollection, string>

beforeAll(async () => {
  cms = await startTestCms()
  feed = readFeed(cms)
  await cms.logIn('editor@example.org')
  const { payload } = cms
  targets = await createTargets(payload)
  for (const collection of publicCollections)
    ids[collection] = (await createFullDocument(payload, collection, targets)).id
  await payload.updateGlobal({ slug: 'clinic', data: fullClinic() })
  await payload.updateGlobal({ slug: 'crisis', data: fullCrisis() })
  await payload.updateGlobal({ slug: 'navigation', data: fullNavigation(targets) })
  await payload.updateGlobal({ slug: 'search', data: fullSearch() })
  for (const name of publicGlobals) ids[name] = name

  // A draft of each that nobody has published yet.
  const drafts = {
    conditions: { summary: SECRET, risks: words(SECRET) },
    articles: { summary: SECRET, body: words(SECRET) },
    faqs: { question: SECRET, answer: words(SECRET) },
    pages: { summary: SECRET, body: words(SECRET) },
    people: { role: SECRET, bio: words(SECRET) },
  }
  for (const collection of draftCollections)
    await payload.update({
      collection,
      id: ids[collection],
      data: { ...drafts[collection], _status: 'draft' },
      draft: true,
      autosave: true,
    })
})

afterAll(() => cms.close())

const collections: DocumentCollection[] = [...publicCollections, ...publicGlobals]

describe.each(collections)('the feed of %s', (collection) => {
  test('gives every field of the allow-list, and no other', async () => {
    const document = await feed.document(collection, ids[collection])
    expect(Object.keys(document ?? {}).sort()).toEqual(['collection', 'fields', 'id', 'version'])
    expect(Object.keys(document?.fields ?? {}).sort()).toEqual([...publicFields[collection]].sort())
  })
})

test.each<[DocumentCollection, () => object]>([
  ['conditions', () => fullCondition(targets)],
  ['articles', () => fullArticle(targets)],
  ['faqs', () => fullFaq(targets)],
  ['pages', () => fullPage(targets)],
  ['people', () => fullPerson(targets)],
  ['topics', fullTopic],
  ['redirects', () => fullRedirect(targets)],
  ['clinic', fullClinic],
  ['crisis', () => ({ ...fullCrisis(), lastVerifiedBy: undefined })],
  ['navigation', () => fullNavigation(targets)],
  ['search', fullSearch],
])('the feed of %s gives what was written, and nothing that the CMS adds to it', async (collection, full) => {
  const document = await feed.document(collection, ids[collection])
  expect(withoutNodeIds(document?.fields)).toEqual(withoutNodeIds(full()))
})

test('the feed of media gives the files, and not where the CMS keeps them', async () => {
  const { fields } = (await feed.document('media', ids.media)) ?? {}
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/)
  const size = (extension: string) => ({
    filename: expect.stringMatching(new RegExp(`^full-24x16(-\\d+)?\\.${extension}$`)),
    mimeType: `image/${extension}`,
    width: 24,
    height: 16,
    filesize: expect.any(Number),
  })
  expect(fields).toEqual({
    ...fullMedia(),
    contentHash: hash,
    filename: 'full.png',
    mimeType: 'image/png',
    width: 24,
    height: 16,
    sizes: {
      smallAvif: size('avif'),
      mediumAvif: size('avif'),
      largeAvif: size('avif'),
      smallWebp: size('webp'),
      mediumWebp: size('webp'),
      largeWebp: size('webp'),
    },
  })
})

test('no answer holds anything internal', async () => {
  const named = collections.map((collection) => `${collection}:${ids[collection]}`).join(',')
  const answers = await Promise.all([
    feed.get('').expect(200),
    feed.get(`documents=${named}`).expect(200),
    feed.getIndex().expect(200),
  ])
  const text = answers.map((answer) => answer.text).join('\n')
  const newest = await cms.payload.findByID({ collection: 'articles', id: ids.articles, draft: true })
  expect(newest.summary).toBe(SECRET)
  expect(text).toContain('A full article')
  expect(text).not.toMatch(/[\w.]+@[\w.]+/)
  expect(text).not.toContain(SECRET)
  expect(text).not.toContain(cms.environment.CMS_URL)
  for (const name of [
    'revision',
    'createdBy',
    'updatedBy',
    'createdAt',
    'updatedAt',
    'deletedAt',
    '_status',
    'lastVerifiedBy',
    'globalType',
    'thumbnailURL',
    '/api/media',
  ])
    expect(text).not.toContain(name)
})

test('a text that was written back together with its pictures gives their ids all the same', async () => {
  const media = await cms.payload.findByID({ collection: 'media', id: targets.media })
  const { body } = fullPage(targets)
  const children = body.root.children.map((node) =>
    node.type === 'upload' ? { ...node, value: media } : node,
  )
  const { id } = await publishedPage(cms.payload, {
    body: { root: { ...body.root, children } },
    sources: fullPage(targets).sources,
  })
  const stored = await cms.payload.findByID({ collection: 'pages', id, depth: 0 })
  expect(JSON.stringify(stored.body)).toContain('thumbnailURL')
  const document = await feed.document('pages', id)
  expect(withoutNodeIds(document?.fields)).toMatchObject({ body: withoutNodeIds(body) as object })
  expect(document?.version).toBe((await feed.index()).get(`pages:${id}`))
})

/** Nodes of texts have ids that are made anew each time that a sample is made. */
function withoutNodeIds(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'id' ? undefined : inner)),
  ) as unknown
}
