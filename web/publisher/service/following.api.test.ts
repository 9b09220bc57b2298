import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { FeedIndex } from '@careword/shared/change-feed.ts'
import { signNudge } from '@careword/shared/nudge.ts'
import type { Nudge } from '@careword/shared/nudge.ts'
import { signCommand } from '@careword/shared/publisher-command.ts'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import { signMessage } from '@careword/shared/signed-message.ts'
import type { SignedMessage } from '@careword/shared/signed-message.ts'
import { FeedError } from '../feed/feed-errors.ts'
import { createVisitor } from '../proof/visitor.ts'
import { fakeDeliveryClient } from '../testing/fake-delivery-client.ts'
import type { FakeDeliveryClient } from '../testing/fake-delivery-client.ts'
import { fakePublisher, pageOf } from '../testing/fake-publisher.ts'
import type { FakePublisher } from '../testing/fake-publisher.ts'
import { startFakeWeb } from '../testing/fake-web.ts'
import type { FakeWeb } from '../testing/fake-web.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { until } from '../testing/until.ts'
import { askForSite, askToDo, askToVerify } from './ask-publisher.ts'
import { PublisherRunning } from './lock.ts'
import { startService } from './service.ts'
import type { Service, ServiceOptions } from './service.ts'

const secretOf = (owner: string) => `whsec_${Buffer.alloc(24, owner).toString('base64')}`
const SECRET = secretOf('newer')
const OLDER = secretOf('older')
const NEVER_MS = 1_000_000

let web: FakeWeb
let publisher: FakePublisher
let cms: FakeDeliveryClient
let folder: string
let service: Service
let said: string[]
let isOpen: boolean

beforeEach(async () => {
  web = await startFakeWeb()
  publisher = fakePublisher(web)
  publisher.published.set('articles:a', 'v1').set('articles:b', 'v1')
  cms = fakeDeliveryClient()
  folder = await temporaryFolder()
  said = []
  isOpen = false
})
afterEach(async () => {
  if (isOpen) await service.close()
  await web.stop()
})

/** Starts a service that does nothing by the clock, unless a test changes that, and waits for its first publish. */
const start = async (changes: Partial<ServiceOptions> = {}) => {
  service = await startService({
    publisher,
    visitor: createVisitor(web.url, 1_000),
    deliveryClient: cms,
    siteDirectory: join(folder, 'site'),
    secrets: `${SECRET} ${OLDER}`,
    port: 0,
    pollMs: NEVER_MS,
    compareMs: NEVER_MS,
    dayCheckMs: NEVER_MS,
    retryMs: { first: 10, longest: 40 },
    provingTimes: { attemptMs: 5_000, patienceMs: 0, againMs: { first: 5, longest: 20 } },
    log: (line) => said.push(line),
    ...changes,
  })
  isOpen = true
  await until(() => service.status().finished > 0)
}
const quiet = () => until(() => !service.status().publishing && !service.status().waiting)

const send = (path: string, { body, headers }: SignedMessage) =>
  fetch(`http://127.0.0.1:${service.port}${path}`, { method: 'POST', body, headers })
const nudge = (more: Partial<Nudge> = {}) =>
  send('/nudge', signNudge({ type: 'content.changed', ...more }, SECRET))
const command = (what: PublisherCommand) => send('/commands', signCommand(what, SECRET))
const messageOf = async (answer: Response) =>
  ((await answer.json()) as { errors: { message: string }[] }).errors[0]?.message

const reports = () => cms.reports().map(({ id, version, state }) => `${id} ${version} ${state}`)
const lastSite = () => cms.bodies.at(-1)?.site

describe('nudges', () => {
  test('of 100 publishes end in a handful of runs, and the last is covered', async () => {
    await start()
    publisher.takesMs = 10
    const runsBefore = service.status().finished
    await Promise.all(
      Array.from({ length: 100 }, async (_, edit) => {
        publisher.published.set('articles:a', `edit ${edit}`)
        await nudge()
      }),
    )
    await quiet()
    expect(service.status().finished - runsBefore).toBeLessThanOrEqual(10)
    expect(web.pages.get('/a/')).toBe(pageOf('articles:a', 'edit 99'))
    expect(publisher.mostAtOnce()).toBe(1)
  })

  test('about withdrawals do not wait for others', async () => {
    await start({ burstTimes: { quietMs: NEVER_MS, longestMs: NEVER_MS, dense: { nudges: 1, withinMs: 1 } } })
    await nudge()
    publisher.published.delete('articles:a')
    expect(service.status()).toMatchObject({ finished: 1, waiting: true })
    await nudge({ withdrawal: true })
    await until(() => !web.pages.has('/a/'))
    await quiet()
    expect(service.status()).toMatchObject({ finished: 2, waiting: false })
  })

  test('that come twice are taken once', async () => {
    await start()
    const signed = signNudge({ type: 'content.changed' }, SECRET)
    const answers = []
    for (let time = 0; time < 3; time += 1) {
      answers.push(await send('/nudge', signed))
      await quiet()
    }
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(service.status().finished).toBe(2)
  })

  test('may be signed with an older secret while both are known', async () => {
    await start()
    const sign = (secret: string) => signNudge({ type: 'content.changed' }, secret)
    expect((await send('/nudge', sign(OLDER))).status).toBe(202)
    expect((await send('/nudge', sign(secretOf('stranger')))).status).toBe(401)
  })
})

describe('what is done when nothing else is', () => {
  test('comes after a publish', async () => {
    await start()
    await until(() => publisher.calls.includes('settle'))
    expect(publisher.calls).toEqual(['catchUp all', 'publish', 'settle'])
  })
})

describe('deliveries', () => {
  test('are live when visitors find the pages', async () => {
    await start()
    await until(() => reports().length === 2)
    expect(reports()).toEqual(['a v1 live', 'b v1 live'])
    expect(lastSite()).toMatchObject({
      release: 1,
      pages: 2,
      hold: null,
      trouble: null,
      releases: [{ number: 1, cause: 'publish', pages: 2 }],
    })
    expect(service.status().lastProof).toMatchObject({ addresses: 3, complaints: [] })

    publisher.published.set('articles:a', 'v2')
    publisher.published.delete('articles:b')
    await nudge()
    await until(() => reports().length === 4)
    expect(reports().slice(2).sort()).toEqual(['a v2 live', 'b null live'])
  })

  test('fail when the server shows something else, until it shows the page', async () => {
    await start()
    await quiet()
    publisher.published.set('articles:a', 'v2')
    publisher.afterPublish = () => web.pages.set('/a/', 'corrupted')
    await nudge()
    await until(() => reports().includes('a v2 failed'))
    expect(cms.reports().at(-1)).toMatchObject({
      reason: `The server at ${web.url} still shows an older version of /a/.`,
    })
    await until(() => lastSite()?.trouble?.includes('older version of /a/') === true)
    expect(service.status().proofTrouble).not.toBeNull()

    publisher.afterPublish = () => undefined
    web.pages.set('/a/', pageOf('articles:a', 'v2'))
    await nudge()
    await until(() => reports().includes('a v2 live'))
    await until(() => lastSite()?.trouble === null)
    expect(said).toContain('WARN (over): Visitors find what was published.')
  })

  test('fail when a withdrawn page is still served', async () => {
    await start()
    await quiet()
    publisher.published.delete('articles:a')
    publisher.afterPublish = () => web.pages.set('/a/', pageOf('articles:a', 'v1'))
    await nudge()
    await until(() => reports().includes('a null failed'))
    expect(cms.reports().at(-1)).toMatchObject({ reason: expect.stringContaining('still shows /a/') })
  })

  test('fail with the reason when a document cannot be rendered, and the rest goes out', async () => {
    publisher.broken.set('articles:a', 'The picture has no file.')
    await start()
    await until(() => reports().length === 2)
    expect(cms.reports()).toContainEqual({
      collection: 'articles',
      id: 'a',
      version: 'v1',
      state: 'failed',
      reason: 'The picture has no file.',
    })
    expect(service.status()).toMatchObject({ unfinished: { held: 0, failed: 1 }, publishTrouble: null })
  })

  test('tell of a trouble that stops the publish, and of its end', async () => {
    publisher.trouble = 'The template of articles fails.'
    await start()
    await until(() => lastSite()?.trouble === 'The template of articles fails.')
    expect(service.status().publishTrouble?.message).toBe('The template of articles fails.')
    publisher.trouble = undefined
    await until(() => lastSite()?.trouble === null)
    await until(() => reports().includes('a v1 live'))
  })

  test('do not stop a publish while the CMS does not take them, and go out when it does', async () => {
    cms.failure = new Error('The CMS does not take reports.')
    await start()
    await until(() => service.status().reportTrouble !== null)
    publisher.published.set('articles:a', 'v2')
    await nudge()
    await until(() => web.pages.get('/a/') === pageOf('articles:a', 'v2'))
    // Until then what is told again is the version before.
    await until(() => cms.refused().some(({ version }) => version === 'v2'))
    cms.failure = undefined
    await until(() => reports().includes('a v2 live'))
    expect(reports().sort()).toEqual(['a v2 live', 'b v1 live'])
  })

  test('answer for what the CMS waits for, at the start and after each comparison', async () => {
    cms.waitsFor = [
      { collection: 'articles', id: 'a', version: 'v0' },
      { collection: 'articles', id: 'z', version: null },
    ]
    await start({ compareMs: 30 })
    await until(() => reports().includes('a v0 superseded') && reports().includes('z null live'))
    expect(reports()).toContain('a v1 live')
    cms.waitsFor = [{ collection: 'articles', id: 'b', version: 'v1' }]
    const before = reports().filter((line) => line === 'b v1 live').length
    await until(() => reports().filter((line) => line === 'b v1 live').length > before)
  })
})

describe('a save that changes nothing of what is public', () => {
  const nothingNew: Partial<Nudge> = { documents: [{ collection: 'articles', id: 'a' }] }

  test('is told live at once when the CMS waits for it', async () => {
    await start()
    await until(() => reports().includes('a v1 live'))
    const before = cms.reports().length
    cms.waitsFor = [
      { collection: 'articles', id: 'a', version: 'v1' },
      // Saved since: what becomes of it, the run that brings it tells.
      { collection: 'articles', id: 'b', version: 'v2' },
    ]
    await nudge(nothingNew)
    await until(() => cms.reports().length > before)
    await quiet()
    expect(cms.reports().slice(before)).toEqual([
      expect.objectContaining({ id: 'a', version: 'v1', state: 'live', pages: 0, release: 1 }),
    ])
  })

  test('is not asked about when the publish told what became of all documents that were named', async () => {
    await start()
    await until(() => reports().includes('a v1 live'))
    const before = cms.asked()
    publisher.published.set('articles:a', 'v2')
    await nudge(nothingNew)
    await until(() => reports().includes('a v2 live'))
    await quiet()
    expect(cms.asked()).toBe(before)
  })
})

describe('a comparison with the CMS', () => {
  test('is tried again after a while when the list cannot be read, makes nothing else, and the status tells', async () => {
    await start()
    const readIndex = publisher.readIndex.bind(publisher)
    let tries = 0
    publisher.readIndex = () => {
      tries += 1
      return Promise.reject(new FeedError('The CMS at http://cms said nothing for 30 seconds.'))
    }
    publisher.isCmsDown = true
    await nudge()
    await until(() => service.status().cmsTrouble !== null)
    publisher.isCmsDown = false
    await until(() => tries > 0)
    await quiet()
    const { finished } = service.status()
    const triesBefore = tries
    await until(() => tries >= triesBefore + 3)
    const message =
      'The site could not be compared with all that is published: The CMS at http://cms said nothing for 30 seconds.'
    expect(service.status()).toMatchObject({ finished, cmsTrouble: null, compareTrouble: { message } })
    expect(said.filter((line) => line === `WARN: ${message}`)).toHaveLength(1)

    publisher.readIndex = readIndex
    await until(() => publisher.calls.includes('catchUp all') && service.status().compareTrouble === null)
    await quiet()
    expect(service.status().finished).toBe(finished + 1)
    expect(said).toContain('WARN (over): The site can be compared with all that is published again.')
  })

  test('that is asked for while the list is being read comes after that one', async () => {
    await start()
    const catchUp = publisher.catchUp.bind(publisher)
    publisher.catchUp = async (how) => ({
      ...(await catchUp(how)),
      next: how.compareAll ? 'nothing' : 'compare',
    })
    const lists: ((list: FeedIndex) => void)[] = []
    publisher.readIndex = () => new Promise((resolve) => void lists.push(resolve))
    const comparisons = () => publisher.calls.filter((call) => call === 'catchUp all').length
    const before = comparisons()
    await nudge()
    await until(() => lists.length === 1)
    await quiet()
    const { finished } = service.status()
    await nudge()
    await until(() => service.status().finished > finished)
    expect(lists).toHaveLength(1)
    lists[0]?.({ cursor: '0.', documents: [] })
    await until(() => lists.length === 2)
    lists[1]?.({ cursor: '0.', documents: [] })
    await until(() => comparisons() === before + 2)
    await quiet()
    expect(lists).toHaveLength(2)
  })

  test('is not asked for after the end', async () => {
    await start({ compareMs: 10 })
    let tries = 0
    let fail = (): void => undefined
    publisher.readIndex = () => {
      tries += 1
      return new Promise((_resolve, reject) => {
        fail = () => {
          reject(new FeedError('The CMS at http://cms does not answer.'))
        }
      })
    }
    await until(() => tries === 1)
    await service.close()
    isOpen = false
    fail()
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(tries).toBe(1)
  })
})

describe('commands', () => {
  test('end the hold though the CMS cannot be read, and say both', async () => {
    await start()
    publisher.published.set('articles:a', 'v2')
    await command({ type: 'publish' })
    await command({ type: 'rollback', release: 1 })
    publisher.isCmsDown = true
    const resumed = await command({ type: 'resume' })
    expect([resumed.status, await resumed.json()]).toEqual([
      503,
      {
        errors: [
          {
            message:
              'The hold has ended, but the site could not follow yet: The CMS at http://cms does not answer. It follows by itself as soon as it can.',
          },
        ],
      },
    ])
    expect(service.status()).toMatchObject({ hold: null })
    publisher.isCmsDown = false
    await until(() => web.pages.get('/a/') === pageOf('articles:a', 'v2'))
  })

  test('bring a release back, hold the site there, and let only withdrawals out until it is resumed', async () => {
    await start()
    publisher.published.set('articles:a', 'v2')
    await command({ type: 'publish' })
    expect(web.pages.get('/a/')).toBe(pageOf('articles:a', 'v2'))

    const back = await command({ type: 'rollback', release: 1 })
    expect([back.status, await back.json()]).toEqual([
      200,
      expect.objectContaining({
        release: 3,
        hold: { release: 1, since: expect.any(String) },
        proof: expect.objectContaining({ complaints: [] }),
      }),
    ])
    expect(web.pages.get('/a/')).toBe(pageOf('articles:a', 'v1'))

    publisher.published.set('articles:a', 'v3').delete('articles:b')
    await nudge({ withdrawal: true })
    await until(() => reports().includes('a v3 held') && reports().includes('b null live'))
    expect(web.pages.get('/a/')).toBe(pageOf('articles:a', 'v1'))
    expect(service.status()).toMatchObject({ hold: { release: 1 }, unfinished: { held: 1 } })
    expect(lastSite()?.hold).toMatchObject({ release: 1 })

    expect(await (await command({ type: 'resume' })).json()).toMatchObject({ hold: null, trouble: null })
    expect(web.pages.get('/a/')).toBe(pageOf('articles:a', 'v3'))
    await until(() => reports().includes('a v3 live'))
    expect(service.status()).toMatchObject({ hold: null, unfinished: { held: 0 } })
  })

  test('render everything anew, while the CMS makes the list to compare with', async () => {
    await start()
    const calls = publisher.calls.length
    expect((await command({ type: 'rebuild' })).status).toBe(200)
    const steps = ['catchUp', 'publish everything', 'catchUp all', 'publish']
    expect(publisher.calls.slice(calls).filter((call) => call !== 'settle')).toEqual(steps)
  })

  test('to render everything anew bring what only the comparison finds, and tell of both', async () => {
    await start()
    publisher.readIndex = async () => {
      // Rendered by now, since this is read meanwhile.
      await until(() => publisher.calls.includes('publish everything'))
      publisher.published.set('articles:late', 'v1')
      return { cursor: '0.', documents: [] }
    }
    const answer = await command({ type: 'rebuild' })
    expect(await answer.json()).toMatchObject({ release: 2, pages: 3, written: 1, trouble: null })
    expect(web.pages.has('/late/')).toBe(true)
  })

  test('to render everything anew say when the list cannot be read, after the rendering', async () => {
    await start()
    const calls = publisher.calls.length
    publisher.readIndex = () => Promise.reject(new FeedError('The CMS at http://cms does not answer.'))
    const failed = await command({ type: 'rebuild' })
    expect([failed.status, await messageOf(failed)]).toEqual([503, 'The CMS at http://cms does not answer.'])
    expect(publisher.calls.slice(calls)).toContain('publish everything')
  })

  test('are refused in a sentence', async () => {
    await start()
    const refusals = [
      await command({ type: 'rollback', release: 99 }),
      await command({ type: 'rollback', release: null }),
      await command({ type: 'resume' }),
    ]
    expect(refusals.map(({ status }) => status)).toEqual([404, 404, 409])
    expect(await Promise.all(refusals.map(messageOf))).toEqual([
      'There is no release 99 to go back to. Kept are 1 to 1. “pnpm site releases” lists them.',
      'There is no release before the one that the site shows.',
      'The site is not held at a release, so there is nothing to resume.',
    ])
    publisher.isCmsDown = true
    const failed = await command({ type: 'publish' })
    expect([failed.status, await messageOf(failed)]).toEqual([503, 'The CMS at http://cms does not answer.'])
  })

  test('are refused when they are not signed, or say nothing that is known', async () => {
    await start()
    const calls = publisher.calls.length
    const stranger = await send('/commands', signCommand({ type: 'rebuild' }, secretOf('stranger')))
    const unknown = await send('/commands', signMessage({ type: 'destroy' }, SECRET))
    const nudged = await send('/commands', signNudge({ type: 'content.changed' }, SECRET))
    expect([stranger.status, unknown.status, nudged.status]).toEqual([401, 400, 400])
    expect(publisher.calls.slice(calls).filter((call) => call !== 'settle')).toEqual([])
  })

  test('that come twice are done once, and answered alike', async () => {
    await start()
    const signed = signCommand({ type: 'rebuild' }, SECRET)
    const [one, other] = await Promise.all([send('/commands', signed), send('/commands', signed)])
    expect(await one.json()).toEqual(await other.json())
    expect(publisher.calls.filter((call) => call === 'publish everything')).toHaveLength(1)
  })

  test('never run at the same time as a publish', async () => {
    await start()
    publisher.takesMs = 5
    publisher.published.set('articles:a', 'v2')
    await Promise.all([
      nudge(),
      command({ type: 'rebuild' }),
      nudge(),
      command({ type: 'publish' }),
      nudge({ withdrawal: true }),
      command({ type: 'rollback', release: 1 }),
      command({ type: 'resume' }),
    ])
    await quiet()
    expect(publisher.mostAtOnce()).toBe(1)
  })
})

describe('the running publisher, asked by another process', () => {
  const running = () => ({
    port: service.port,
    secrets: SECRET,
    running: new PublisherRunning(5, 'noon'),
  })

  test('does what it is asked, and says why it does not', async () => {
    await start()
    expect(await askToDo({ type: 'rebuild' }, running())).toMatchObject({ release: 1, pages: 2 })
    await expect(askToDo({ type: 'resume' }, running())).rejects.toThrow('nothing to resume')
    const stranger = { ...running(), secrets: secretOf('stranger') }
    await expect(askToDo({ type: 'rebuild' }, stranger)).rejects.toThrow('same NUDGE_SECRET')
  })

  test('tells the releases', async () => {
    await start()
    expect(await askForSite(running())).toMatchObject({ release: 1, releases: [{ number: 1 }] })
  })

  test('compares what is served with a clean rendering', async () => {
    await start()
    expect(await askToVerify(running())).toEqual({
      server: web.url,
      compared: 2,
      different: [],
      missing: [],
      extra: [],
    })
    web.pages.set('/a/', 'something else')
    web.pages.delete('/b/')
    web.pages.set('/old/', 'an old page').set('/older/', 'an older page')
    web.pages.set('/sitemap.xml', '<loc>https://site.example/old/</loc><loc>https://site.example/a/</loc>')
    for (const name of ['older', 'a', 'never-served']) {
      await mkdir(join(folder, 'site', name), { recursive: true })
      await writeFile(join(folder, 'site', name, 'index.html'), 'a page')
    }
    expect(await askToVerify(running())).toMatchObject({
      different: ['/a/'],
      missing: ['/b/'],
      extra: ['/old/', '/older/'],
    })
  })
})
