import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import { FORECAST_PATH, readForecast, readNudge } from '@careword/shared/nudge.ts'
import type { Nudge } from '@careword/shared/nudge.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { hasDrafts, publicCollections, publicGlobals } from '@careword/shared/public-fields.ts'
import type { PublicCollection } from '@careword/shared/public-fields.ts'
import { afterCommitSettled } from '../database/after-commit.ts'
import { createFullDocument, createTargets } from '../feed/testing/create-full-documents.ts'
import { fullClinic, fullCrisis, fullNavigation, fullSearch } from '../feed/testing/full-documents.ts'
import type { Targets } from '../feed/testing/full-documents.ts'
import { readFeed } from '../feed/testing/read-feed.ts'
import type { Feed } from '../feed/testing/read-feed.ts'
import { listen } from '../testing/http-server.ts'
import type { ListeningServer } from '../testing/http-server.ts'
import { publishedArticle } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let publisher: ListeningServer
let cms: TestCms
let feed: Feed
let targets: Targets
let nudges: Nudge[]
/** What forecasts have told, by version. */
const forecast = new Map<string, PublicDocument>()

beforeAll(async () => {
  publisher = await listen(async (request) => {
    const body = await request.text()
    const headers = Object.fromEntries(request.headers)
    const { NUDGE_SECRET } = cms.environment
    if (new URL(request.url).pathname === FORECAST_PATH) {
      const document = readForecast(body, headers, NUDGE_SECRET)
      forecast.set(document.version, document)
    } else nudges.push(readNudge(body, headers, NUDGE_SECRET))
    return new Response(null, { status: 202 })
  })
  nudges = []
  cms = await startTestCms({ PUBLISHER_URL: publisher.url })
  feed = readFeed(cms)
  targets = await createTargets(cms.payload)
})

afterAll(async () => {
  await cms.close()
  await publisher.close()
})

/** The only nudge that follows a change. */
async function nudgeAfter<Result>(change: () => Promise<Result>): Promise<{ result: Result; nudge: Nudge }> {
  await afterCommitSettled(cms.payload)
  nudges = []
  const result = await change()
  await afterCommitSettled(cms.payload)
  expect(nudges).toHaveLength(1)
  const [nudge] = nudges
  if (!nudge) throw new Error('No nudge came.')
  return { result, nudge }
}

/** The document that a nudge brings, or says to be as it was forecast. */
function broughtBy({ brought }: Nudge): PublicDocument | undefined {
  if (!brought) return undefined
  return 'version' in brought ? forecast.get(brought.version) : brought.document
}

describe.each(publicCollections.map((collection) => [collection]))(
  'what a nudge brings of %s',
  (collection) => {
    let id: string

    test('is what the feed gives, when it is new', async () => {
      const { result, nudge } = await nudgeAfter(() => createFullDocument(cms.payload, collection, targets))
      ;({ id } = result)
      expect(broughtBy(nudge)).toEqual(await feed.document(collection, id))
    })

    test('is what the feed gives, when it was saved again and the answer shows more', async () => {
      // What was stored is filled with other documents for whoever saved it.
      const { nudge } = await nudgeAfter(() =>
        cms.payload.update({ collection, id, data: again(collection), depth: 3 }),
      )
      expect(broughtBy(nudge)).toEqual(await feed.document(collection, id))
    })
  },
)

/** What a save must send to publish again. */
function again(collection: PublicCollection): object {
  return hasDrafts(collection) ? { _status: 'published' } : {}
}

test.each(publicGlobals.map((name) => [name]))(
  'what a nudge brings of %s is what the feed gives',
  async (slug) => {
    const { payload } = cms
    const save = {
      clinic: () => payload.updateGlobal({ slug: 'clinic', data: fullClinic(), depth: 3 }),
      crisis: () => payload.updateGlobal({ slug: 'crisis', data: fullCrisis(), depth: 3 }),
      navigation: () => payload.updateGlobal({ slug: 'navigation', data: fullNavigation(targets), depth: 3 }),
      search: () => payload.updateGlobal({ slug: 'search', data: fullSearch(), depth: 3 }),
    }
    const { nudge } = await nudgeAfter<unknown>(save[slug])
    expect(broughtBy(nudge)).toEqual(await feed.document(slug, slug))
  },
)

test('nothing is brought of what was saved twice in one transaction', async () => {
  const { id } = await publishedArticle(cms.payload)
  const { nudge } = await nudgeAfter(async () => {
    const req = { transactionID: (await cms.payload.db.beginTransaction()) ?? '' }
    for (const summary of ['Once.', 'Twice.'])
      await cms.payload.update({
        collection: 'articles',
        id,
        data: { summary, _status: 'published' },
        req,
      })
    await cms.payload.db.commitTransaction(req.transactionID)
  })
  expect(nudge.documents?.map(keyOf)).toEqual([`articles:${id}`])
  expect(nudge.brought).toBeUndefined()
})

test('what is saved as a draft after it was published in one transaction is brought as published', async () => {
  const { id } = await publishedArticle(cms.payload)
  const { nudge } = await nudgeAfter(async () => {
    const req = { transactionID: (await cms.payload.db.beginTransaction()) ?? '' }
    const save = (summary: string, isDraft: boolean) =>
      cms.payload.update({
        collection: 'articles',
        id,
        data: { summary, _status: isDraft ? 'draft' : 'published' },
        draft: isDraft,
        req,
      })
    await save('Out.', false)
    await save('Not yet.', true)
    await cms.payload.db.commitTransaction(req.transactionID)
  })
  expect(broughtBy(nudge)?.fields).toMatchObject({ summary: 'Out.' })
})
