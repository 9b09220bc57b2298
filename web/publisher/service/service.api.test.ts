import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import { NUDGE_LIMIT_BYTES, signForecast, signNudge } from '@careword/shared/nudge.ts'
import type { Nudge } from '@careword/shared/nudge.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { versionOf } from '@careword/shared/version.ts'
import { Webhook } from 'standardwebhooks'
import { formatRemark } from '../../content/remark.ts'
import { stateDirectories } from '../directories.ts'
import { PortTaken } from '../listen.ts'
import type { SiteRenderer } from '../publish/site-renderer.ts'
import { startFakeFeed } from '../testing/fake-feed.ts'
import type { FakeFeed } from '../testing/fake-feed.ts'
import { publishedIn } from '../testing/life/site-in-life.ts'
import { fakeRenderer } from '../testing/fake-renderer.ts'
import { createVisitor } from '../proof/visitor.ts'
import { fakeDeliveryClient } from '../testing/fake-delivery-client.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openTestPublisher } from '../testing/test-publisher.ts'
import { until } from '../testing/until.ts'
import type { ReleaseStore } from '../store/release-store.ts'
import { askToDo } from './ask-publisher.ts'
import { PublisherRunning } from './lock.ts'
import { readStatus } from './read-status.ts'
import { startService } from './service.ts'
import type { Service, ServiceOptions } from './service.ts'

const SECRET = `whsec_${Buffer.alloc(24, 'nudge').toString('base64')}`
const NEVER_MS = 1_000_000

let cms: FakeFeed
let folder: string
let service: Service
let store: ReleaseStore
let now: Date
let said: string[]
let running: Service[]

beforeEach(async () => {
  cms = await startFakeFeed()
  cms.publish('clinic:clinic', { name: 'Clinic', timeZone: 'America/New_York' })
  cms.publish('articles:a', { slug: 'a', title: 'A' })
  folder = await temporaryFolder()
  now = new Date('2026-11-20T12:00:00Z')
  said = []
  running = []
})
afterEach(async () => {
  await Promise.all(running.map((one) => one.close()))
  await cms.stop()
})

/** Starts a service that does nothing by the clock, unless a test changes that. */
const start = async (changes: Partial<ServiceOptions> = {}, templates: Partial<SiteRenderer> = {}) => {
  const log = (line: string) => said.push(line)
  const opened = await openTestPublisher({
    folder,
    cms,
    renderer: await fakeRenderer(folder, templates),
    log,
    now: () => now,
  })
  store = opened.store
  service = await startService({
    publisher: opened.publisher,
    // Nothing listens there: what this publisher makes is read from its store.
    visitor: createVisitor('http://127.0.0.1:1', 1_000),
    deliveryClient: fakeDeliveryClient(),
    siteDirectory: join(folder, 'site'),
    secrets: SECRET,
    port: 0,
    pollMs: NEVER_MS,
    compareMs: NEVER_MS,
    dayCheckMs: NEVER_MS,
    retryMs: { first: 10, longest: 40 },
    log,
    ...changes,
  })
  running.push(service)
}

const untilFinished = (number: number) => until(() => service.status().finished >= number)
const page = async (file: string) => {
  const there = store.current?.files.get(file)
  return there ? (await store.bytes(there)).toString('utf8') : ''
}
const untilShown = (file: string, part: string) => until(async () => (await page(file)).includes(part))

const send = (body: string, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${service.port}/nudge`, { method: 'POST', body, headers })
const nudge = async () => {
  const signed = signNudge({ type: 'content.changed' }, SECRET)
  return send(signed.body, signed.headers)
}
const publishedAs = (name: string) => {
  const document = publishedIn(cms).find((one) => keyOf(one) === name)
  if (!document) throw new Error(`${name} is not published.`)
  return document
}
const nudgeBringing = async (name: string, brought: Nudge['brought']) => {
  const { collection, id } = publishedAs(name)
  const signed = signNudge({ type: 'content.changed', documents: [{ collection, id }], brought }, SECRET)
  return send(signed.body, signed.headers)
}
/** With the document as it was at the last change. */
const nudgeWith = (name: string) =>
  nudgeBringing(name, { revision: cms.revision(), document: publishedAs(name) })
/** With no more than its version. */
const nudgeAsForecast = (name: string) =>
  nudgeBringing(name, { revision: cms.revision(), version: publishedAs(name).version })
const forecast = async (document: PublicDocument, secret = SECRET) => {
  const { body, headers } = signForecast(document, secret)
  return fetch(`http://127.0.0.1:${service.port}/forecast`, { method: 'POST', body, headers })
}
const signedAt = (sentAt: Date, body: string, secret = SECRET) => ({
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
  'webhook-signature': new Webhook(secret).sign('msg_1', sentAt, body),
})
const messageOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { message: string }[] }).errors[0]?.message

describe('startService', () => {
  test('publishes at its start', async () => {
    await start()
    await untilFinished(1)
    expect(await page('articles/a/index.html')).toContain('<title>A</title>')
    expect(await readStatus(service.port)).toMatchObject({
      pid: process.pid,
      publishing: false,
      waiting: false,
      finished: 1,
      cursor: expect.stringMatching(/^\d+\.a$/),
      site: { release: expect.any(Number), pages: 3, liveSince: expect.any(String) },
      hold: null,
      unfinished: { held: 0, failed: 0 },
      proofTrouble: null,
      reportTrouble: null,
      lastPublish: { pages: 3, written: 6, removed: 0, warnings: [] },
      cmsTrouble: null,
      compareTrouble: null,
      publishTrouble: null,
    })
  })

  test('tells the CMS what the release that is shown warns of, until it is mended', async () => {
    const deliveryClient = fakeDeliveryClient()
    const told = () => deliveryClient.bodies.at(-1)?.site.warnings
    const document = { collection: 'articles', id: 'a', title: 'A' }
    const warning = formatRemark({ document, field: 'body', reason: 'the link “x” leads nowhere.' })
    cms.publish('articles:a', { slug: 'a', title: 'A', warning })
    await start({ deliveryClient })
    const first = { first: [{ document, field: 'body', text: 'the link “x” leads nowhere.' }], count: 1 }
    await until(() => told()?.count === 1)
    expect(told()).toEqual(first)

    cms.publish('articles:a', { slug: 'a', title: 'A mended' })
    cms.publish('articles:b', { slug: 'b', title: 'B', unfit: 'it has no end.' })
    await nudge()
    await until(() => told()?.count === 0)
    // What cannot be shown is told by its delivery, and not twice.
    expect(service.status().lastPublish?.warnings).toEqual([expect.stringContaining('it has no end.')])
    expect(told()).toEqual({ first: [], count: 0 })

    const { port } = service
    await askToDo(
      { type: 'rollback', release: 1 },
      { port, secrets: SECRET, running: new PublisherRunning(0, '') },
    )
    await until(() => told()?.count === 1)
    expect(told()).toEqual(first)
  })

  test('brings a change to the page when it is nudged', async () => {
    await start()
    await untilFinished(1)
    cms.publish('articles:a', { slug: 'a', title: 'A changed' })
    const answer = await nudge()
    expect([answer.status, await answer.json()]).toEqual([202, { publish: 2 }])
    await untilFinished(2)
    expect(await page('articles/a/index.html')).toContain('A changed')
  })

  test('brings a document that a nudge has with it to the page, and asks nobody', async () => {
    await start()
    await untilFinished(1)
    cms.publish('articles:a', { slug: 'a', title: 'Brought' })
    cms.requests.splice(0)
    expect((await nudgeWith('articles:a')).status).toBe(202)
    await untilShown('articles/a/index.html', '<title>Brought</title>')
    expect(cms.requests).toEqual([])
    await until(() => cms.requests.length > 0)
  })

  test('shows what was forecast when a nudge says that it came to that, and asks nobody', async () => {
    await start()
    await untilFinished(1)
    cms.publish('articles:a', { slug: 'a', title: 'Forecast' })
    cms.requests.splice(0)
    expect((await forecast(publishedAs('articles:a'))).status).toBe(202)
    expect(service.status().finished).toBe(1)
    expect(await page('articles/a/index.html')).toContain('<title>A</title>')
    expect((await nudgeAsForecast('articles:a')).status).toBe(202)
    await untilShown('articles/a/index.html', '<title>Forecast</title>')
    expect(cms.requests).toEqual([])
  })

  test('asks for what was not forecast, and shows nothing of what never came', async () => {
    await start()
    await untilFinished(1)
    const never = { slug: 'a', title: 'Never' }
    await forecast({
      ...publishedAs('articles:a'),
      version: versionOf(never),
      fields: never,
    } as PublicDocument)
    cms.publish('articles:a', { slug: 'a', title: 'Asked for' })
    await nudgeAsForecast('articles:a')
    await untilShown('articles/a/index.html', '<title>Asked for</title>')
    expect(await page('index.html')).not.toContain('Never')
  })

  test('does not take what a nudge brings for the whole when the CMS cannot be read', async () => {
    await start({ retryMs: { first: NEVER_MS, longest: NEVER_MS } })
    await untilFinished(1)
    cms.answerWith({ status: 500 })
    await nudge()
    await untilFinished(2)
    expect(service.status().cmsTrouble).not.toBeNull()
    cms.publish('articles:a', { slug: 'a', title: 'Brought' })
    await nudgeWith('articles:a')
    await untilFinished(3)
    expect(service.status().cmsTrouble).not.toBeNull()
    expect(await page('articles/a/index.html')).toContain('<title>A</title>')
  })

  test('takes a page away when it is nudged about a deletion', async () => {
    await start()
    await untilFinished(1)
    cms.withdraw('articles:a')
    await nudge()
    await untilFinished(2)
    expect(await page('articles/a/index.html')).toBe('')
    expect(await page('index.html')).not.toContain('A')
  })

  test('finds without any nudge what it was not told', async () => {
    await start({ pollMs: 20 })
    await untilFinished(1)
    cms.publish('articles:b', { slug: 'b', title: 'B' })
    await untilShown('articles/b/index.html', 'B')
    await untilFinished(2)
    expect(await page('index.html')).toContain('A, B')
  })

  test('puts a burst of nudges into a handful of publishes, and the last edit wins', async () => {
    await start()
    await untilFinished(1)
    for (let number = 1; number <= 100; number += 1) {
      cms.publish('articles:a', { slug: 'a', title: `Edit ${number}` })
      await nudge()
    }
    await untilShown('articles/a/index.html', 'Edit 100<')
    await until(() => !service.status().publishing && !service.status().waiting)
    expect(await page('index.html')).toContain('Edit 100<')
  })

  test('does no harm to doubled, late and reordered nudges', async () => {
    await start()
    await untilFinished(1)
    cms.publish('articles:a', { slug: 'a', title: 'Second' })
    await Promise.all([nudge(), nudge(), nudge()])
    await until(() => !service.status().publishing && !service.status().waiting)
    const { finished } = service.status()
    await nudge()
    await untilFinished(finished + 1)
    expect(await page('articles/a/index.html')).toContain('Second')
    expect(service.status().lastPublish).toMatchObject({ written: 0, removed: 0 })
  })

  describe('refuses', () => {
    beforeEach(async () => {
      await start()
      await untilFinished(1)
      cms.requests.splice(0)
    })
    afterEach(() => {
      if (cms.requests.length > 0) throw new Error('a refused nudge made it ask the CMS')
    })
    const body = JSON.stringify({ type: 'content.changed' })

    test('a nudge with no signature, a wrong one, or another body', async () => {
      const stranger = `whsec_${Buffer.alloc(24, 'stranger').toString('base64')}`
      for (const headers of [{}, signedAt(new Date(), body, stranger), signedAt(new Date(), `${body} `)]) {
        const answer = await send(body, headers)
        expect(answer.status).toBe(401)
        expect(await messageOf(answer)).toContain('not signed as it should be')
      }
    })

    test('a forecast that is not signed as it should be', async () => {
      const stranger = `whsec_${Buffer.alloc(24, 'stranger').toString('base64')}`
      const answer = await forecast(publishedAs('articles:a'), stranger)
      expect(answer.status).toBe(401)
    })

    test('a nudge that is more than five minutes old, or from the future', async () => {
      for (const minutes of [-6, 6]) {
        const answer = await send(body, signedAt(new Date(Date.now() + minutes * 60_000), body))
        expect(answer.status).toBe(401)
        expect(await messageOf(answer)).toContain('the right time')
      }
    })

    test.each(['{}', 'not JSON', ''])('a signed body that is no nudge: %j', async (text) => {
      const answer = await send(text, signedAt(new Date(), text))
      expect([answer.status, await messageOf(answer)]).toEqual([
        400,
        expect.stringContaining('not understood'),
      ])
    })

    test('a body that is too long', async () => {
      const long = JSON.stringify({ type: 'content.changed', more: 'x'.repeat(NUDGE_LIMIT_BYTES) })
      expect((await send(long, signedAt(new Date(), long))).status).toBe(413)
    })

    test('other paths and methods', async () => {
      const at = (path: string, method: string) =>
        fetch(`http://127.0.0.1:${service.port}${path}`, { method })
      expect((await at('/nudge', 'GET')).headers.get('allow')).toBe('POST')
      expect((await at('/status', 'POST')).status).toBe(405)
      expect((await at('/', 'GET')).status).toBe(404)
    })
  })

  test('keeps the site while the CMS is down, says so once, and recovers alone', async () => {
    await start()
    await untilFinished(1)
    await cms.stop()
    said.splice(0)
    await nudge()
    await untilFinished(6)
    expect(said).toEqual([expect.stringMatching(/^WARN: The CMS at .* does not answer/)])
    expect(service.status().cmsTrouble).toMatchObject({ message: expect.stringContaining(cms.url) })
    expect(await page('articles/a/index.html')).toContain('A')

    cms.publish('articles:a', { slug: 'a', title: 'After the outage' })
    await cms.start()
    await untilShown('articles/a/index.html', 'After the outage')
    await until(() => service.status().cmsTrouble === null)
    expect(said).toContain('WARN (over): The CMS answers again.')
  })

  test('keeps the last site when it starts while the CMS is down', async () => {
    await start()
    await untilFinished(1)
    await service.close()
    await cms.stop()
    await start({}, { build: 'build-2' })
    await untilFinished(3)
    expect(service.status()).toMatchObject({ site: { pages: 3 }, lastPublish: null })
    expect(await page('articles/a/index.html')).toContain('A')
    await cms.start()
    await until(() => service.status().lastPublish !== null)
  })

  test('publishes nothing of content that is not whole, when the CMS is down at the start', async () => {
    await start()
    await untilFinished(1)
    await service.close()
    await cms.stop()
    await rm(stateDirectories(folder).content, { recursive: true })
    await start({}, { build: 'build-2' })
    await untilFinished(3)
    expect(await page('articles/a/index.html')).toContain('A')
  })

  test('follows a database that was restored to an earlier state, when it compares', async () => {
    const restore = cms.backup()
    cms.publish('articles:a', { slug: 'a', title: 'Later' })
    cms.publish('articles:b', { slug: 'b', title: 'B' })
    await start({ compareMs: 30 })
    await untilShown('articles/a/index.html', 'Later')
    restore()
    await untilShown('articles/a/index.html', '<title>A<')
    await until(async () => (await page('articles/b/index.html')) === '')
    expect(await page('index.html')).not.toContain('B')
  })

  test('follows a database that was restored while the CMS was down', async () => {
    const restore = cms.backup()
    cms.publish('articles:a', { slug: 'a', title: 'Later' })
    cms.publish('articles:b', { slug: 'b', title: 'B' })
    await start()
    await untilShown('articles/a/index.html', 'Later')
    await cms.stop()
    await nudge()
    await until(() => service.status().cmsTrouble !== null)
    restore()
    await cms.start()
    await untilShown('articles/a/index.html', '<title>A<')
    await until(async () => (await page('articles/b/index.html')) === '')
    expect(await page('index.html')).not.toContain('B')
  })

  test('publishes when a new day begins at the clinic, even while the CMS is down', async () => {
    now = new Date('2026-11-21T04:59:00Z')
    await start({ dayCheckMs: 10 })
    await untilShown('index.html', '<p>2026-11-20</p>')
    await cms.stop()
    now = new Date('2026-11-21T05:00:00Z')
    await untilShown('index.html', '<p>2026-11-21</p>')
    expect(service.status().cmsTrouble).not.toBeNull()
  })

  test('takes the date in UTC and says so when the clinic’s time zone does not exist', async () => {
    cms.publish('clinic:clinic', { name: 'Clinic', timeZone: 'Mars/Olympus' })
    now = new Date('2026-11-21T01:00:00Z')
    await start()
    await untilFinished(1)
    expect(await page('index.html')).toContain('<p>2026-11-21</p>')
    expect(said).toContainEqual(expect.stringContaining('“Mars/Olympus” does not exist'))
  })

  test('tells why it cannot publish, renders the same content no second time, and goes on when it can', async () => {
    await start()
    await untilFinished(1)
    said.splice(0)
    cms.publish('articles:a', { slug: 'a', title: 'A', broken: 'a picture without a file.' })
    await nudge()
    await untilFinished(5)
    const message = expect.stringContaining('“A”, field “body”: a picture without a file.')
    expect(service.status().publishTrouble).toMatchObject({ message })
    expect(said).toEqual(['Rendering 1 page.', message])
    expect(await page('articles/a/index.html')).toContain('A')

    cms.publish('articles:a', { slug: 'a', title: 'Mended' })
    await nudge()
    await untilShown('articles/a/index.html', 'Mended')
    await until(() => service.status().publishTrouble === null)
  })

  test('waits at its end for the publish that goes on', async () => {
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const original = await fakeRenderer(folder)
    await start(
      {},
      {
        render: async (path, snapshot) => {
          await held
          return original.render(path, snapshot)
        },
      },
    )
    await until(() => said.includes('Rendering 3 pages.'))
    const closing = service.close()
    setTimeout(letGo, 20)
    await closing
    expect(await page('articles/a/index.html')).toContain('A')
    expect(await readStatus(service.port)).toBeUndefined()
  })

  test('says which variable changes a port that is taken', async () => {
    await start()
    await untilFinished(1)
    const { port } = service
    await expect(start({ port })).rejects.toThrow(PortTaken)
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is taken by another program. Set PUBLISHER_PORT`,
    )
  })
})

describe('askToDo', () => {
  const ask = (port = service.port) =>
    askToDo({ type: 'publish' }, { port, secrets: SECRET, running: new PublisherRunning(5, 'noon') })

  test('has the running publisher publish, and waits for it', async () => {
    await start()
    await untilFinished(1)
    cms.publish('articles:b', { slug: 'b', title: 'B' })
    expect(await ask()).toMatchObject({ pages: 4 })
    expect(await page('articles/b/index.html')).toContain('B')
  })

  test('says why that publish failed', async () => {
    await start()
    await untilFinished(1)
    await cms.stop()
    await expect(ask()).rejects.toThrow('does not answer')
  })

  test('says who is at work when nobody takes requests', async () => {
    await start()
    await service.close()
    await expect(ask()).rejects.toThrow(
      `Another publisher (process 5) has been at work since noon. Only one can write the site. It takes no requests on port ${service.port} (PUBLISHER_PORT)`,
    )
  })
})
