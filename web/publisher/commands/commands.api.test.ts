import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { siteDirectories, stateDirectories } from '../directories.ts'
import { createVisitor } from '../proof/visitor.ts'
import { takeLock } from '../service/lock.ts'
import { serviceTimes, startService } from '../service/service.ts'
import type { Service } from '../service/service.ts'
import { fakeDeliveryClient } from '../testing/fake-delivery-client.ts'
import { fakePublisher, pageOf } from '../testing/fake-publisher.ts'
import type { FakePublisher } from '../testing/fake-publisher.ts'
import { startFakeWeb } from '../testing/fake-web.ts'
import type { FakeWeb } from '../testing/fake-web.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { until } from '../testing/until.ts'
import type { Command } from './command.ts'
import { publishCommand, rebuildCommand } from './publish.ts'
import { releasesCommand } from './releases.ts'
import { resumeCommand, rollbackCommand } from './rollback.ts'
import { statusCommand } from './status.ts'
import { verifyCommand } from './verify.ts'

const SECRET = `whsec_${Buffer.alloc(24, 'nudge').toString('base64')}`

let web: FakeWeb
let publisher: FakePublisher
let service: Service
let data: string
let unlock: () => Promise<void>

/** A publisher that is running: the commands find its lock and ask it. */
beforeEach(async () => {
  web = await startFakeWeb()
  publisher = fakePublisher(web)
  publisher.published.set('articles:a', 'v1').set('articles:b', 'v1')
  data = await temporaryFolder()
  unlock = await takeLock(stateDirectories(data).lock)
  service = await startService({
    publisher,
    visitor: createVisitor(web.url, 5_000),
    deliveryClient: fakeDeliveryClient(),
    siteDirectory: join(data, 'site'),
    secrets: SECRET,
    port: 0,
    pollMs: 1_000_000,
    ...serviceTimes,
    provingTimes: { attemptMs: 5_000, patienceMs: 0, againMs: { first: 5, longest: 20 } },
    log: () => undefined,
  })
  await until(() => service.status().finished > 0)
})
afterEach(async () => {
  await service.close()
  await unlock()
  await web.stop()
})

const commands: Readonly<Record<string, Command>> = {
  publish: publishCommand,
  rebuild: rebuildCommand,
  releases: releasesCommand,
  resume: resumeCommand,
  rollback: rollbackCommand,
  status: statusCommand,
  verify: verifyCommand,
}

/** Does what the command line does, without the time that a process takes. */
const run = async (name: string, ...args: string[]) => {
  const SITE_DIR = join(data, 'site')
  const printed: string[] = []
  const code = await commands[name]?.({
    variables: {
      SITE_DIR,
      PUBLISHER_API_KEY: 'a-key-that-reads-content',
      PUBLISHER_PORT: String(service.port),
      NUDGE_SECRET: SECRET,
    },
    dataDirectory: data,
    site: siteDirectories({ SITE_DIR }),
    words: args.filter((arg) => arg !== '--json'),
    json: args.includes('--json'),
    print: (line) => printed.push(line),
  }).catch((error: unknown) => {
    printed.push((error as Error).message)
    return 1
  })
  return { code, printed: `${printed.join('\n')}\n` }
}

describe('the commands of a running publisher', () => {
  test('list, bring back, hold and resume releases', async () => {
    publisher.published.set('articles:a', 'v2')
    expect(await run('publish')).toEqual({
      code: 0,
      printed: expect.stringMatching(
        /^A publisher is running.*\nPublished 2 pages.*\nVisitors find it: 2 addr/,
      ),
    })
    const { code, printed } = await run('rollback', '1')
    expect(code).toBe(0)
    expect(printed).toMatch(
      /The site shows release 1 again \(\d+ ms\)\.\nThe site is held at release 1 since/,
    )
    expect(web.pages.get('/a/')).toBe(pageOf('articles:a', 'v1'))

    publisher.published.set('articles:a', 'v3')
    const held = await run('publish')
    expect(held).toEqual({
      code: 0,
      printed: expect.stringContaining('1 change waits until “pnpm site resume”'),
    })

    const list = (await run('releases')).printed.split('\n')
    expect(list[0]).toMatch(/^release {2}live since +cause +pages {2}changed$/)
    expect(list[1]).toMatch(/^3 +\d+ \w+ \d{4}, [\d:]{8} +rollback +2 +1 +shown$/)
    expect(list[3]).toMatch(/^1 .* publish .* held$/)
    expect(JSON.parse((await run('releases', '--json')).printed)).toMatchObject({
      release: 3,
      hold: { release: 1 },
      releases: [{ number: 3 }, { number: 2 }, { number: 1 }],
    })
    const status = await run('status')
    expect(status).toEqual({
      code: 0,
      printed: expect.stringMatching(/held at release 1 [^]*1 change waits/),
    })

    expect((await run('resume')).code).toBe(0)
    expect(web.pages.get('/a/')).toBe(pageOf('articles:a', 'v3'))
    expect(await run('resume')).toEqual({
      code: 1,
      printed: expect.stringContaining('The site is not held at a release'),
    })
    expect(await run('rollback', '99')).toEqual({
      code: 1,
      printed: expect.stringContaining('There is no release 99 to go back to. Kept are 1 to 4.'),
    })
  })

  test('tell that cards cannot be drawn, which is no trouble of the site', async () => {
    publisher.cardProblem = 'Pictures for shared links cannot be drawn.'
    await run('publish')
    await until(() => service.status().cardTrouble !== null)
    expect(await run('status')).toEqual({
      code: 0,
      printed: expect.stringMatching(/\nNote, since .*: Pictures for shared links cannot be drawn\.\n/),
    })
  })

  test('tell that the plain files for other hosts cannot be written, until they can be', async () => {
    publisher.settleProblem = '/site/a.html cannot be written: the disk is full.'
    await run('publish')
    await until(() => service.status().settleTrouble !== null)
    expect(await run('status')).toEqual({
      code: 1,
      printed: expect.stringMatching(/\nSince .*: \/site\/a\.html cannot be written: the disk is full\.\n/),
    })
    publisher.settleProblem = undefined
    await run('publish')
    await until(() => service.status().settleTrouble === null)
    expect((await run('status')).code).toBe(0)
  })

  test('render everything anew and answer in JSON', async () => {
    const { code, printed } = await run('rebuild', '--json')
    expect([code, JSON.parse(printed)]).toEqual([0, expect.objectContaining({ release: 1, trouble: null })])
    expect(publisher.calls).toContain('publish everything')
  })

  test('end with 1 when visitors do not find what was published', async () => {
    publisher.published.set('articles:a', 'v2')
    publisher.afterPublish = () => web.pages.set('/a/', 'corrupted')
    const { code, printed } = await run('publish')
    expect([code, printed]).toEqual([1, expect.stringContaining('still shows an older version of /a/.')])
    expect(await run('status')).toEqual({
      code: 1,
      printed: expect.stringContaining('older version of /a/.'),
    })
  })

  test('tell what is served from what should be', async () => {
    expect(await run('verify')).toEqual({
      code: 0,
      printed: `What ${web.url} serves is what a clean rendering gives: 2 files compared.\n`,
    })
    web.pages.set('/a/', 'something else')
    web.pages.delete('/b/')
    const { code, printed } = await run('verify')
    expect(code).toBe(1)
    expect(printed).toContain(
      'These differ from a clean rendering (1):\n  /a/\nThese are missing (1):\n  /b/\n',
    )
    expect(JSON.parse((await run('verify', '--json')).printed)).toMatchObject({ different: ['/a/'] })
  })
})
