import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { signNudge } from '@careword/shared/nudge.ts'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { rendererForTests } from '../renderer/build-for-tests.ts'
import { KEY_WITHOUT_SCOPE, startFakeFeed } from './testing/fake-feed.ts'
import type { FakeFeed } from './testing/fake-feed.ts'
import { fillFeed } from './testing/fill-feed.ts'
import { runScript } from './testing/run-cli.ts'
import type { RunningCommand } from './testing/run-cli.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const SECRET = `whsec_${Buffer.alloc(24, 'nudge').toString('base64')}`

let cms: FakeFeed
let folder: string
let site: string
let running: RunningCommand[] = []

beforeAll(async () => {
  await rendererForTests()
}, 120_000)

beforeEach(async () => {
  cms = await startFakeFeed({ pageSize: 20 })
  folder = await temporaryFolder()
  site = join(folder, 'site')
  running = []
})
afterEach(async () => {
  for (const { process, ended } of running) {
    process.kill('SIGKILL')
    await ended
  }
  await cms.stop()
})

const start = (args: readonly string[], variables: Record<string, string> = {}) => {
  const command = runScript('cli.ts', args, {
    DATA_DIR: join(folder, 'data'),
    SITE_DIR: site,
    CMS_URL: cms.url,
    PUBLISHER_API_KEY: cms.key,
    SITE_URL: 'https://learn.example.org',
    PUBLISHER_PORT: '0',
    SITE_PORT: '0',
    NUDGE_SECRET: SECRET,
    ...variables,
  })
  running.push(command)
  return command
}
const run = async (args: readonly string[], variables: Record<string, string> = {}) => {
  const command = start(args, variables)
  return { code: await command.ended, printed: command.printed() }
}
const publish = (variables: Record<string, string> = {}) => run(['publish'], variables)
const read = (file: string) => readFile(join(site, file), 'utf8')
const portIn = (printed: string) => Number(/port (\d+)|localhost:(\d+)/.exec(printed)?.slice(1).find(Boolean))

describe('site', () => {
  test.each([[[]], [['help']], [['--help']], [['publish', '--help']]])('%j prints help', async (args) => {
    const { code, printed } = await run(args)
    expect([code, printed]).toEqual([
      0,
      expect.stringMatching(
        /publish[^]*rebuild[^]*watch[^]*serve[^]*status[^]*releases[^]*rollback \[n\][^]*resume[^]*verify/,
      ),
    ])
  })

  test.each([
    [['deploy'], 'There is no command “deploy”.'],
    [['toString'], 'There is no command “toString”.'],
    [['publish', 'now'], '“publish” takes no more words, but “now” came.'],
    [['publish', '--fast'], 'There is no option “--fast”.'],
    [['status', '--json=yes'], '“--json” takes no value.'],
    [['rollback', '-1'], 'There is no option “-1”.'],
    [['rollback', '3', '4'], '“rollback” takes no more words, but “4” came.'],
    [['rollback', 'yesterday'], 'takes the number of a release, but “yesterday” came'],
    [['rollback', '0'], 'takes the number of a release, but “0” came'],
  ])('%j is refused, and help is offered', async (args, sentence) => {
    const { code, printed } = await run(args)
    expect(code).toBe(2)
    expect(printed).toContain(sentence)
    expect(printed).toContain('“pnpm site help”')
  })
})

describe('site publish', () => {
  test('makes the whole site with the real templates, and nothing the second time', async () => {
    fillFeed(cms, fixtureSnapshot({ older: 30 }))
    const first = await publish()
    expect(first).toEqual({
      code: 0,
      printed: expect.stringMatching(/Published \d+ pages in .* files written, 0 removed/),
    })
    const files = (await readdir(site, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    )
    const names = files.map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    expect(names).toEqual(
      expect.arrayContaining([
        'index.html',
        '404.html',
        'sitemap.xml',
        'feed.xml',
        'robots.txt',
        '_headers',
        '_redirects',
        'articles/first-esketamine-visit/index.html',
      ]),
    )
    expect(await read('_headers')).toMatch(/^\/\*\n {2}Content-Security-Policy: .*default-src 'self'/)
    expect(await read('_redirects')).toContain('/trd /conditions/treatment-resistant-depression/ 301\n')

    const used = new Set<string>()
    for (const name of names.filter((file) => file.endsWith('.html')))
      for (const [path] of (await read(name)).matchAll(/\/(?:media|_astro)\/[\w.@-]+/g))
        used.add(path.slice(1))
    expect([...used].filter((file) => !names.includes(file))).toEqual([])
    expect([...used].some((file) => file.startsWith('media/'))).toBe(true)

    const second = await publish()
    expect(second).toEqual({ code: 0, printed: expect.stringContaining('The site is up to date') })
  })

  test('is not ended in the middle by a reader that goes before it has said everything', async () => {
    fillFeed(cms, fixtureSnapshot())
    const command = start(['publish'])
    command.process.stdout?.destroy()
    expect(await command.ended).toBe(0)
    expect(command.printed()).toBe('')
    expect(await read('index.html')).toContain('<title>')
  })

  test('does not put the site where the data are', async () => {
    const data = join(folder, 'data')
    const { code, printed } = await publish({ DATA_DIR: data, SITE_DIR: data })
    expect([code, printed]).toEqual([
      1,
      expect.stringContaining(`SITE_DIR (${data}) is a folder that holds DATA_DIR`),
    ])
    await expect(readdir(folder)).resolves.not.toContain('data')
  })

  test('does without the pictures for shared links when they cannot be drawn, and says so', async () => {
    fillFeed(cms, fixtureSnapshot())
    const { code, printed } = await publish({ TMPDIR: join(folder, 'nowhere') })
    expect(printed).toMatch(
      /^Note: Pictures for shared links cannot be drawn, .*ENOENT.*\nPublished \d+ pages/m,
    )
    expect(code).toBe(0)
    expect(await readdir(join(site, 'cards'))).not.toEqual([])
  })

  test('says in a sentence what is wrong, and leaves the site as it was', async () => {
    fillFeed(cms, fixtureSnapshot())
    await publish()
    const before = await read('index.html')
    cms.publish('clinic:clinic', { name: 'Another name' })
    const failures = [
      await publish({ PUBLISHER_API_KEY: 'a-key-that-nobody-knows' }),
      await publish({ PUBLISHER_API_KEY: KEY_WITHOUT_SCOPE }),
      await publish({ PUBLISHER_API_KEY: '' }),
      await publish({ CMS_URL: 'ftp://cms' }),
    ]
    await cms.stop()
    failures.push(await publish())
    await cms.start()
    expect(failures.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1])
    const sentences = [
      'does not know the key',
      'does not let it read the content (403)',
      'PUBLISHER_API_KEY: expected',
      'CMS_URL: expected',
      'does not answer: nothing listens there',
    ]
    sentences.forEach((sentence, index) => {
      expect(failures[index]?.printed).toContain(sentence)
    })
    for (const { printed } of failures) expect(printed).not.toMatch(/^ +at /m)
    expect(await read('index.html')).toBe(before)
  })

  test('publishes the rest when a document cannot be rendered, and names it and the field', async () => {
    fillFeed(cms, fixtureSnapshot())
    await publish()
    const broken = { root: { type: 'root', children: [{ type: 'not-a-node', version: 1 }] } }
    cms.publish('pages:000000000000000000000401', {
      title: 'About us',
      slug: 'about',
      summary: 'Us.',
      body: broken,
    })
    cms.publish('clinic:clinic', { name: 'New Street Clinic' })
    const { code, printed } = await publish()
    expect(code).toBe(0)
    expect(printed).toMatch(/Note: “About us”, field “body”: .*The site keeps to its last version/)
    expect(await read('about/index.html')).toContain('Who we are')
    expect(await read('about/index.html')).toContain('New Street Clinic')
  })

  test('prints the stack when DEBUG asks for it', async () => {
    await cms.stop()
    expect((await publish({ DEBUG: '1' })).printed).toMatch(/^ +at /m)
    await cms.start()
  })

  test('finds the secrets that the launcher made, but not in production', async () => {
    fillFeed(cms, fixtureSnapshot())
    const data = await temporaryFolder()
    await writeFile(join(data, 'secrets.json'), JSON.stringify({ PUBLISHER_API_KEY: cms.key }))
    const without = { DATA_DIR: data, PUBLISHER_API_KEY: '' }
    expect((await publish({ ...without, NODE_ENV: 'production' })).code).toBe(1)
    expect((await publish(without)).code).toBe(0)
  })
})

describe('site rebuild, releases, rollback and resume', () => {
  test('do it themselves when no publisher is running', async () => {
    fillFeed(cms, fixtureSnapshot())
    expect((await run(['releases'], { PUBLISHER_API_KEY: '' })).printed).toContain('No release is kept')
    expect(await run(['rollback'], { PUBLISHER_API_KEY: '' })).toEqual({
      code: 1,
      printed: expect.stringContaining('There is no release before the one that the site shows.'),
    })
    expect(await run(['rebuild'])).toEqual({ code: 0, printed: expect.stringMatching(/Published \d+ pages/) })
    expect(await run(['resume'])).toEqual({ code: 1, printed: expect.stringContaining('nothing to resume') })
    const json = await run(['publish', '--json'])
    expect(JSON.parse(json.printed)).toMatchObject({ written: 0, hold: null, trouble: null, proof: null })
  })
})

describe('site watch, status and serve', () => {
  const serve = async () => {
    const server = start(['serve'])
    await server.untilPrinted('The site is at')
    return { server, url: `http://127.0.0.1:${portIn(server.printed())}` }
  }
  const watch = async (variables: Record<string, string> = {}) => {
    const command = start(['watch'], variables)
    await command.untilPrinted('Published')
    await command.untilPrinted('nudges come to port')
    return { command, port: String(portIn(command.printed())) }
  }

  test('follow the CMS, tell how it goes, and serve the page', async () => {
    fillFeed(cms, fixtureSnapshot())
    const { server, url } = await serve()
    const { command, port } = await watch({ PROOF_URL: url })
    expect((await run(['watch'])).printed).toContain(`Another publisher (process ${command.process.pid})`)

    const page = async () => (await fetch(url)).text()
    expect(await page()).toContain('Harbor Street Clinic')

    cms.publish('clinic:clinic', { name: 'New Street Clinic', timeZone: 'America/New_York' })
    const signed = signNudge({ type: 'content.changed' }, SECRET)
    await fetch(`http://127.0.0.1:${port}/nudge`, { method: 'POST', ...signed })
    while (!(await page()).includes('New Street Clinic'))
      await new Promise((resolve) => setTimeout(resolve, 10))

    const status = await run(['status'], { PUBLISHER_PORT: port })
    expect(status).toEqual({
      code: 0,
      printed: expect.stringMatching(/is running[^]*The site has \d+ pages/),
    })
    const json = await run(['status', '--json'], { PUBLISHER_PORT: port })
    expect(JSON.parse(json.printed)).toMatchObject({ pid: command.process.pid, cmsTrouble: null })

    cms.publish('clinic:clinic', { name: 'Third Street Clinic', timeZone: 'America/New_York' })
    expect((await publish({ PUBLISHER_PORT: port })).printed).toMatch(/A publisher is running[^]*Published/)
    expect(await page()).toContain('Third Street Clinic')

    command.process.kill('SIGTERM')
    server.process.kill('SIGINT')
    expect([await command.ended, await server.ended]).toEqual([0, 0])
    const after = await run(['status'], { PUBLISHER_PORT: port })
    expect(after).toEqual({
      code: 1,
      printed: expect.stringMatching(/No publisher answers[^]*The site has \d+ pages/),
    })
  })

  test('serve does not wait for connections on which nothing is asked, as browsers open them ahead', async () => {
    const { server, url } = await serve()
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    await once(socket, 'connect')
    server.process.kill('SIGINT')
    expect(await server.ended).toBe(0)
    socket.destroy()
  })

  test('start again after a kill', async () => {
    fillFeed(cms, fixtureSnapshot())
    const { url } = await serve()
    const { command } = await watch({ PROOF_URL: url })
    command.process.kill('SIGKILL')
    await command.ended
    cms.publish('clinic:clinic', { name: 'New Street Clinic', timeZone: 'America/New_York' })
    await watch({ PROOF_URL: url })
    expect(await (await fetch(url)).text()).toContain('New Street Clinic')
  })
})
