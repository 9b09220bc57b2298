import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { FORECAST_PATH, readForecast, readNudge } from '@careword/shared/nudge.ts'
import { afterCommitSettled } from '../database/after-commit.ts'
import { keepsDeletedReferences } from '../database/deleted-references.ts'
import { readFeed } from '../feed/testing/read-feed.ts'
import { writtenDocuments } from '../publication/written-documents.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { listen } from '../testing/http-server.ts'
import type { ListeningServer } from '../testing/http-server.ts'
import { paragraph, richText } from '../testing/rich-text.ts'
import { article, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

type Received = { body: string; headers: Record<string, string>; path: string; method: string }

let cms: TestCms
let staff: Editor
let publisher: ListeningServer
/** Nudges. */
let received: Received[]
let forecasts: Received[]
/** What the publisher does as soon as it hears, and what it answers. */
let hear: () => Promise<Response>

beforeAll(async () => {
  publisher = await listen(async (request) => {
    const message = {
      body: await request.text(),
      headers: Object.fromEntries(request.headers),
      path: new URL(request.url).pathname,
      method: request.method,
    }
    if (message.path === FORECAST_PATH) {
      forecasts.push(message)
      return new Response(null, { status: 202 })
    }
    received.push(message)
    return hear()
  })
  received = []
  forecasts = []
  hear = () => Promise.resolve(new Response(null, { status: 202 }))
  cms = await startTestCms({ PUBLISHER_URL: publisher.url })
  staff = editor(cms, await cms.logIn())
})

const quiet = () => afterCommitSettled(cms.payload)

beforeEach(async () => {
  await quiet()
  received = []
  forecasts = []
})

afterEach(() => {
  hear = () => Promise.resolve(new Response(null, { status: 202 }))
})

afterAll(async () => {
  await cms.close()
  await publisher.close()
})

type Commit = TestCms['payload']['db']['commitTransaction']

/** Does something else instead of the next commit of a change of something public: the queue of jobs commits each second too. */
function insteadOfNextCommit(act: Commit) {
  const { commitTransaction } = cms.payload.db
  let isDone = false
  return jest.spyOn(cms.payload.db, 'commitTransaction').mockImplementation(async (transactionID) => {
    const written = await writtenDocuments({ payload: cms.payload, transactionID })
    if (isDone || !written?.size) return commitTransaction.call(cms.payload.db, transactionID)
    isDone = true
    return act(transactionID)
  })
}

async function nudgesAfter(change: () => Promise<unknown>): Promise<number> {
  await quiet()
  received = []
  await change()
  await quiet()
  return received.length
}

describe('a nudge', () => {
  test('is signed for the publisher, and brings the only document that changed as the feed gives it', async () => {
    await staff.post('/api/globals/search').send({ synonyms: [] }).expect(200)
    await quiet()
    expect(received).toHaveLength(1)
    const [nudge] = received
    expect(nudge).toMatchObject({ path: '/nudge', method: 'POST' })
    const read = readNudge(nudge?.body ?? '', nudge?.headers ?? {}, cms.environment.NUDGE_SECRET)
    const documents = [{ collection: 'search', id: 'search' }]
    const brought = {
      revision: expect.any(Number),
      document: await readFeed(cms).document('search', 'search'),
    }
    expect(read).toEqual({ type: 'content.changed', documents, withdrawal: false, brought })
    expect(read.brought?.revision).toBeGreaterThan((Date.now() - 60_000) * 1000)
    const forged = nudge?.body.replace('search', 'pages') ?? ''
    expect(() => readNudge(forged, nudge?.headers ?? {}, cms.environment.NUDGE_SECRET)).toThrow(
      'No matching signature',
    )
  })

  test('tells of a withdrawal, since that goes out first', async () => {
    const { id } = await staff.createPublished('articles', article())
    await quiet()
    received = []
    await staff.unpublish('articles', id)
    await quiet()
    const [nudge] = received
    expect(readNudge(nudge?.body ?? '', nudge?.headers ?? {}, cms.environment.NUDGE_SECRET)).toMatchObject({
      withdrawal: true,
    })
  })

  test('brings nothing but names when it would be long, or tells of several documents or a withdrawal', async () => {
    const read = () => {
      const [nudge] = received
      return readNudge(nudge?.body ?? '', nudge?.headers ?? {}, cms.environment.NUDGE_SECRET)
    }
    const long = richText(...Array.from({ length: 600 }, () => paragraph('calm words '.repeat(84))))
    const articles = [
      await staff.createPublished('articles', article()),
      await staff.createPublished('articles', article()),
    ]
    const [id = ''] = articles.map((one) => one.id)
    const where = `where[id][in]=${articles.map((one) => one.id).join(',')}`
    const changes = [
      () => staff.publish('articles', id, { body: long }),
      () => staff.patch(`/api/articles?${where}`).send({ summary: 'Changed.' }).expect(200),
      () => staff.unpublish('articles', id),
    ]
    for (const change of changes) {
      expect(await nudgesAfter(change)).toBe(1)
      expect(read().documents).toContainEqual({ collection: 'articles', id })
      expect(read().brought).toBeUndefined()
    }
  })

  test('names nothing after the deletion of what only other documents knew, with or without a withdrawal', async () => {
    const remove = (...ids: string[]) =>
      staff.delete(`/api/articles?where[id][in]=${ids.join(',')}`).expect(200)
    for (const more of [[], [(await staff.createPublished('articles', article())).id]]) {
      const { id } = await staff.create('articles', article())
      await staff.createPublished('articles', article({ related: [id] }))
      expect(await nudgesAfter(() => remove(id, ...more))).toBe(1)
      const [nudge] = received
      expect(readNudge(nudge?.body ?? '', nudge?.headers ?? {}, cms.environment.NUDGE_SECRET)).toEqual({
        type: 'content.changed',
        withdrawal: more.length > 0,
      })
    }
  })

  test('comes without the document when that cannot be read', async () => {
    const save = () => staff.post('/api/globals/search').send({ synonyms: [] }).expect(200)
    const findGlobal = cms.payload.db.findGlobal
    // The save itself reads within its transaction.
    const find = jest
      .spyOn(cms.payload.db, 'findGlobal')
      .mockImplementation((query) =>
        query.slug === 'search' && query.req?.transactionID === undefined
          ? Promise.reject(new Error('the disk is away'))
          : findGlobal.call(cms.payload.db, query),
      )
    const warn = jest.spyOn(cms.payload.logger, 'warn')
    expect(await nudgesAfter(save)).toBe(1)
    expect(JSON.parse(received[0]?.body ?? '')).not.toHaveProperty('brought')
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('the disk is away'))
    find.mockRestore()
    warn.mockRestore()
  })

  test('comes after the commit: who reads at once sees the new text', async () => {
    const { id } = await staff.createPublished('articles', article({ summary: 'Old.' }))
    await quiet()
    let seen: unknown
    hear = async () => {
      seen = await feedReader(cms).fieldsOf('articles', id)
      return new Response(null, { status: 202 })
    }
    await staff.publish('articles', id, { summary: 'New.' })
    await quiet()
    expect(seen).toMatchObject({ summary: 'New.' })
  })

  test('comes once for all that one request changed', async () => {
    const articles = await Promise.all([1, 2, 3].map(() => staff.createPublished('articles', article())))
    const where = `where[id][in]=${articles.map(({ id }) => id).join(',')}`
    const edit = (data: object) => staff.patch(`/api/articles?${where}`).send(data).expect(200)
    expect(await nudgesAfter(() => edit({ summary: 'Changed.' }))).toBe(1)
    expect(await nudgesAfter(() => edit({ _status: 'draft' }))).toBe(1)
    expect(await nudgesAfter(() => staff.delete(`/api/articles?${where}`).expect(200))).toBe(0)
  })

  const changes: [string, (id: string) => Promise<unknown>, number][] = [
    ['a publish', (id) => staff.publish('articles', id), 1],
    ['an unpublish', (id) => staff.unpublish('articles', id), 1],
    ['a move to the trash', (id) => staff.trash('articles', id), 1],
    ['a deletion', (id) => staff.remove('articles', id), 1],
    ['a topic', () => staff.createPublished('topics', topic()), 1],
    ['a global', () => staff.post('/api/globals/search').send({ synonyms: [] }).expect(200), 1],
    ['an autosave', (id) => staff.autosave('articles', id, { summary: 'Typed.' }), 0],
    ['the save of a draft', (id) => staff.saveDraft('articles', id, { summary: 'Drafted.' }), 0],
    ['a new draft', () => staff.create('articles', article()), 0],
    [
      'a new draft’s deletion',
      async () => staff.remove('articles', (await staff.create('articles', article())).id),
      0,
    ],
    ['a copy', (id) => staff.post(`/api/articles/${id}/duplicate`).send({}).expect(200), 0],
    [
      'a restored version',
      async (id) => {
        const [version] = await staff.versions('articles', id)
        await staff
          .post(`/api/articles/versions/${version ?? ''}`)
          .send({})
          .expect(200)
      },
      0,
    ],
    [
      'a refused save',
      (id) => staff.patch(`/api/articles/${id}`).send({ slug: 'a/b', _status: 'published' }).expect(400),
      0,
    ],
  ]

  test.each(changes)('is sent when something public changed, and only then: %s', async (_, change, count) => {
    const { id } = await staff.createPublished('articles', article())
    expect(await nudgesAfter(() => change(id))).toBe(count)
  })

  test('is not sent when the transaction is rolled back', async () => {
    const commit = insteadOfNextCommit(async (id) => {
      await cms.payload.db.rollbackTransaction(id)
      throw new Error('The commit failed')
    })
    expect(
      await nudgesAfter(() =>
        staff
          .post('/api/articles')
          .send(article({ _status: 'published' }))
          .expect(500),
      ),
    ).toBe(0)
    commit.mockRestore()
  })
})

describe('a forecast', () => {
  /** Where references to deleted documents stay, a document is known only when it was read. */
  const areMade = () => !keepsDeletedReferences(cms.payload)
  const read = ({ body, headers }: Received) => readForecast(body, headers, cms.environment.NUDGE_SECRET)

  test('tells before the commit what a document will be, and the nudge then says that it came to that', async () => {
    const { commitTransaction } = cms.payload.db
    let known = 0
    const commit = insteadOfNextCommit(async (id) => {
      // The publisher is another process: it need not wait for the commit to hear of it.
      for (let tries = 0; areMade() && forecasts.length === 0 && tries < 200; tries += 1) await sleep(10)
      known = forecasts.length
      await commitTransaction.call(cms.payload.db, id)
    })
    const { id } = await staff.createPublished('articles', article())
    await quiet()
    commit.mockRestore()
    expect(known).toBe(areMade() ? 1 : 0)
    const document = await readFeed(cms).document('articles', id)
    expect(forecasts.map(read)).toEqual(areMade() ? [document] : [])
    const [nudge] = received
    expect(readNudge(nudge?.body ?? '', nudge?.headers ?? {}, cms.environment.NUDGE_SECRET).brought).toEqual({
      revision: expect.any(Number),
      ...(areMade() ? { version: document?.version } : { document }),
    })
  })

  test('is made of nothing that will not be public', async () => {
    const { id } = await staff.createPublished('articles', article())
    await quiet()
    forecasts = []
    await staff.autosave('articles', id, { summary: 'Typed.' })
    await staff.saveDraft('articles', id, { summary: 'Drafted.' })
    await staff.create('articles', article())
    await staff.unpublish('articles', id)
    await staff.trash('articles', id)
    await quiet()
    expect(forecasts).toEqual([])
  })

  test('of a save that fails is followed by no nudge', async () => {
    const commit = insteadOfNextCommit(async (id) => {
      await cms.payload.db.rollbackTransaction(id)
      throw new Error('The commit failed')
    })
    await staff
      .post('/api/articles')
      .send(article({ _status: 'published' }))
      .expect(500)
    await quiet()
    commit.mockRestore()
    expect(received).toEqual([])
  })
})

describe('a save succeeds at once', () => {
  const answers: [string, () => Promise<Response>][] = [
    ['never answers', () => new Promise<never>(() => undefined)],
    ['refuses', () => Promise.resolve(new Response(null, { status: 401 }))],
    ['fails', () => Promise.reject(new Error('no'))],
  ]

  test.each(answers)('when the publisher %s', async (_, answer) => {
    hear = answer
    const started = performance.now()
    const saved = await staff.createPublished('articles', article())
    expect(performance.now() - started).toBeLessThan(2000)
    expect(saved).toMatchObject({ _status: 'published' })
  })
})

test('an outage of the publisher is one line in the log, and so is its end', async () => {
  await quiet()
  const warn = jest.spyOn(cms.payload.logger, 'warn')
  const info = jest.spyOn(cms.payload.logger, 'info')
  await staff.createPublished('topics', topic())
  await quiet()
  warn.mockClear()
  info.mockClear()
  hear = () => Promise.resolve(new Response(null, { status: 503 }))
  await staff.createPublished('topics', topic())
  await staff.createPublished('topics', topic())
  await quiet()
  hear = () => Promise.resolve(new Response(null, { status: 202 }))
  await staff.createPublished('topics', topic())
  await quiet()
  expect(warn.mock.calls).toEqual([
    [
      expect.stringMatching(
        /cannot be told of changes, so they go out at its next poll: it answered with status 503/,
      ),
    ],
  ])
  expect(info.mock.calls).toEqual([[expect.stringMatching(/answers again/)]])
})
