import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import { feedPageSchema, FEED_PATH } from '@careword/shared/change-feed.ts'
import { editorialTeam } from '../../../cms/src/seed/content/editorial-team.ts'
import { createDocument, createPicture } from '../../../cms/src/seed/create-document.ts'
import { starterPictures } from '../../../cms/src/seed/pictures.ts'
import { referencesOf, starterIdOf } from '../../../cms/src/seed/write-document.ts'
import { startTestCms } from '../../../cms/src/testing/start-test-cms.ts'
import type { TestCms } from '../../../cms/src/testing/start-test-cms.ts'
import { generatedArticle } from './articles.ts'
import { generatedDocuments } from './generated-documents.ts'
import { storeArticle } from './store-article.ts'

jest.setTimeout(180_000)

let cms: TestCms
let req: PayloadRequest

beforeAll(async () => {
  cms = await startTestCms()
  req = await createLocalReq({ context: { seeding: true } }, cms.payload)
  await createDocument(editorialTeam, starterIdOf, req)
  const documents = generatedDocuments(4)
  const named = new Set(documents.flatMap(referencesOf))
  for (const picture of starterPictures)
    if (named.has(`picture:${picture.name}`)) await createPicture(cms.payload, picture, {})
  // The fourth article is the test's own.
  for (const document of documents.slice(0, -1)) await createDocument(document, starterIdOf, req)
})
afterAll(() => cms.close())

/** Articles 3 and 4 with the text of one: created the usual way, and stored directly. */
async function twins() {
  const { build } = generatedArticle(3, { conditions: 2, topics: 4 })
  await createDocument(
    { collection: 'articles', slug: 'usual', build: named('usual', build) },
    starterIdOf,
    req,
  )
  await storeArticle({ collection: 'articles', slug: 'direct', build: named('direct', build) }, req)
}

function named<Writing, Fields extends object>(slug: string, build: (writing: Writing) => Fields) {
  return (writing: Writing) => ({ ...build(writing), slug })
}

describe('storeArticle', () => {
  test('leaves what a save through Payload leaves, in the feed, in the API and among the versions', async () => {
    await twins()
    const [usual, direct] = await Promise.all([seen('usual'), seen('direct')])

    expect(direct).toEqual(usual)
    expect(direct.feed).toMatchObject({ keyPoints: expect.any(Array), related: expect.any(Array) })
    expect(direct.versions).toHaveLength(1)
  })

  test('leaves a document that can be edited and published', async () => {
    const headers = { ...(await cms.logIn()), 'content-type': 'application/json' }
    const { docs } = await cms.payload.find({ collection: 'articles', where: { slug: { equals: 'direct' } } })
    const response = await fetch(`${cms.url}/api/articles/${docs[0]?.id ?? ''}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ summary: 'Changed.', _status: 'published' }),
    })

    expect(response.status).toBe(200)
    expect((await seen('direct')).feed).toMatchObject({ summary: 'Changed.' })
  })
})

/** What is seen of an article from outside, without its name, its ids and its times. */
async function seen(slug: string) {
  const where = { slug: { equals: slug } }
  const { docs } = await cms.payload.find({ collection: 'articles', where, depth: 0 })
  const versions = await cms.payload.findVersions({
    collection: 'articles',
    where: { parent: { equals: docs[0]?.id } },
    depth: 0,
  })
  return {
    feed: alike(await fromFeed(slug)),
    stored: alike(docs[0]),
    versions: versions.docs.map(({ version, latest }) => ({ version: alike(version), latest })),
  }
}

async function fromFeed(slug: string): Promise<unknown> {
  for (let query = ''; ;) {
    const response = await fetch(`${cms.url}${FEED_PATH}${query}`, { headers: cms.publisher })
    const { documents, more, cursor } = feedPageSchema.parse(await response.json())
    const found = documents.find(({ fields }) => 'slug' in fields && fields.slug === slug)
    if (found) return found.fields
    if (!more) throw new Error(`The feed has no “${slug}”.`)
    query = `?since=${cursor}`
  }
}

const OWN = new Set(['id', 'slug', 'createdAt', 'updatedAt'])

function alike(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (OWN.has(key) ? undefined : inner)))
}
