import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { signNudge } from '@careword/shared/nudge.ts'
import { paragraph, richText } from '../content/fixtures/lexical.ts'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { startVisiting } from './testing/constant-visitor.ts'
import type { ConstantVisitor } from './testing/constant-visitor.ts'
import { startFakeFeed } from './testing/fake-feed.ts'
import type { FakeFeed } from './testing/fake-feed.ts'
import { fillFeed } from './testing/fill-feed.ts'
import { runScript } from './testing/run-cli.ts'
import type { RunningCommand } from './testing/run-cli.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { until } from './testing/until.ts'

const KILLS = 50
const PATIENCE_MS = 60_000
const TIME_MS = 600_000
const SECRET = `whsec_${Buffer.alloc(24, 'nudge').toString('base64')}`

/** Pages of all kinds that are there from the beginning to the end. */
const PATHS = ['/', '/about/', '/faqs/', '/conditions/', '/articles/', '/articles/first-esketamine-visit/']
/** The clinic's name is at the top and at the end of every page. */
const MARK = /Clinic (\d+)/g

let folder: string
let cms: FakeFeed
let server: RunningCommand
let siteUrl: string
const running: RunningCommand[] = []
const visitors: ConstantVisitor[] = []

const site = () => join(folder, 'site')
const start = (command: string, variables: Record<string, string> = {}) => {
  const started = runScript('cli.ts', [command], {
    DATA_DIR: join(folder, 'data'),
    SITE_DIR: site(),
    CMS_URL: cms.url,
    PUBLISHER_API_KEY: cms.key,
    SITE_URL: 'https://learn.example.org',
    PUBLISHER_PORT: '0',
    SITE_PORT: '0',
    NUDGE_SECRET: SECRET,
    ...variables,
  })
  running.push(started)
  return started
}
const watch = () => start('watch', { PROOF_URL: siteUrl })

beforeAll(async () => {
  folder = await temporaryFolder()
  cms = await startFakeFeed({ pageSize: 100 })
  fillFeed(cms, fixtureSnapshot())
  server = start('serve')
  await server.untilPrinted('The site is at')
  siteUrl = /http:\S+\d/.exec(server.printed())?.[0] ?? ''
})
afterAll(async () => {
  for (const visitor of visitors) await visitor.stop()
  for (const { process, ended } of running) {
    process.kill('SIGKILL')
    await ended
  }
  await cms.stop()
})

/** Changes every page, brings a new one and takes an old one away. */
const change = (version: number) => {
  cms.publish('clinic:clinic', { name: `Clinic ${version}`, timeZone: 'America/New_York' })
  cms.publish(articleOf(version), {
    title: `Article ${version}`,
    slug: `article-${version}`,
    summary: 'It comes and goes.',
    body: richText(paragraph('It is there for a while.')),
  })
  if (version > 2) cms.withdraw(articleOf(version - 2))
}
const articleOf = (version: number) => `articles:${version.toString(16).padStart(24, '9')}`

const nudge = async (publisher: RunningCommand) => {
  await publisher.untilPrinted('nudges come to port')
  const port = /nudges come to port (\d+)/.exec(publisher.printed())?.[1] ?? ''
  const signed = signNudge({ type: 'content.changed' }, SECRET)
  expect((await fetch(`http://127.0.0.1:${port}/nudge`, { method: 'POST', ...signed })).status).toBe(202)
}

const served = async (path: string) => {
  const answer = await fetch(siteUrl + path)
  return { status: answer.status, text: await answer.text() }
}
const inTree = async (path: string) => ({
  status: 200,
  text: await readFile(join(site(), path, 'index.html'), 'utf8'),
})
const statusOf = async (path: string) => (await served(path)).status

/** Waits until the server and the plain tree show a version, and nothing of the one before that is gone. */
const untilShown = async (version: number) => {
  const isShown = async () => {
    const seen = visitors.flatMap((visitor) => visitor.versions())
    if (seen.some((one) => one !== version)) return false
    const rules = await readFile(join(site(), 'sitemap.xml'), 'utf8')
    return rules.includes(`/article-${version}/`) && !rules.includes(`/article-${version - 2}/`)
  }
  await until(isShown, PATIENCE_MS)
  expect([
    await statusOf(`/articles/article-${version}/`),
    await statusOf(`/articles/article-${version - 2}/`),
  ]).toEqual([200, 404])
}

test(
  'a publisher that is killed again and again while it publishes never shows a torn site, and always gets to its end',
  async () => {
    let version = 1
    change(version)
    const first = watch()
    await first.untilPrinted('Published')
    await until(
      () =>
        inTree('/articles/').then(
          ({ text }) => text.includes('Clinic 1'),
          () => false,
        ),
      PATIENCE_MS,
    )
    const all = { paths: PATHS, mark: MARK }
    visitors.push(
      startVisiting({ ...all, get: served, isAtOnce: true }),
      startVisiting({ ...all, get: inTree, isAtOnce: false }),
    )
    await untilShown(version)

    // So long it takes from a change to its end.
    const began = performance.now()
    change(++version)
    await nudge(first)
    await untilShown(version)
    const publishMs = performance.now() - began

    let publisher = first
    const shownAfter = new Set<'the old' | 'the new'>()
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = version
      change(++version)
      if (kill % 2 === 0) {
        await nudge(publisher)
      } else {
        // The one that was killed before is not made up for yet.
        publisher = watch()
        await publisher.untilPrinted('Rendering')
      }
      await setTimeout(Math.random() * publishMs)
      publisher.process.kill('SIGKILL')
      expect(await publisher.ended).toBeNull()
      const { text } = await served('/')
      shownAfter.add(text.includes(`Clinic ${version}`) ? 'the new' : 'the old')
      expect(text).toMatch(new RegExp(`Clinic (${version}|${before}|${before - 1})\\b`))

      if (kill % 2 === 1) {
        publisher = watch()
        await untilShown(version)
      }
    }

    expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([])
    for (const { looks } of visitors) expect(looks()).toBeGreaterThan(KILLS * 10)
    expect(shownAfter).toEqual(new Set(['the old', 'the new']))
    await publisher.untilPrinted('nudges come to port')
    publisher.process.kill('SIGTERM')
    expect(await publisher.ended).toBe(0)
    const verification = start('verify', { PROOF_URL: siteUrl })
    expect({ code: await verification.ended, printed: verification.printed() }).toMatchObject({ code: 0 })
  },
  TIME_MS,
)
