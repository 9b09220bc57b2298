import { gzipSync, brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Outcome, PublishResult, ToProve } from '../publish/publish-result.ts'
import { sha256, startFakeWeb } from '../testing/fake-web.ts'
import type { FakeWeb } from '../testing/fake-web.ts'
import { until } from '../testing/until.ts'
import { SAMPLE } from './expectations.ts'
import { startProving } from './proving.ts'
import type { Proving, ProvingTimes } from './proving.ts'
import { createVisitor } from './visitor.ts'

let web: FakeWeb
let proving: Proving
/** What was told, as words. */
let told: string[]

const impatient: ProvingTimes = { attemptMs: 2_000, patienceMs: 0, againMs: { first: 5, longest: 20 } }
const patient: ProvingTimes = { ...impatient, patienceMs: 60_000 }

const start = (times: ProvingTimes = impatient, address = web.url, attemptMs = 5_000) => {
  proving = startProving({
    visitor: createVisitor(address, attemptMs),
    times,
    onProved: (outcomes) => told.push(...outcomes.map(({ id, version }) => `${id} ${version} is live`)),
    onUnseen: (unseen) => told.push(...unseen.map(({ outcome, reason }) => `${outcome.id}: ${reason}`)),
  })
}

beforeEach(async () => {
  web = await startFakeWeb()
  told = []
  start()
})
afterEach(async () => {
  proving.close()
  await web.stop()
})

const live = (id: string, version: string | null = 'v1'): Outcome => ({
  collection: 'articles',
  id,
  version,
  state: 'live',
  release: 1,
  pages: 1,
})
const published = (outcomes: Outcome[], toProve: Partial<ToProve>): PublishResult => ({
  release: 1,
  liveSince: '2026-11-20T12:00:00.000Z',
  pages: 3,
  rendered: 1,
  written: 1,
  removed: 0,
  warnings: [],
  durationMs: 1,
  outcomes,
  toProve: {
    shown: new Map(),
    gone: [],
    withdrawn: [],
    shownPictures: [],
    redirects: { leading: new Map(), ended: new Map() },
    ...toProve,
  },
  trouble: undefined,
})
const shows = (pages: Record<string, string>) => ({
  shown: new Map(Object.entries(pages).map(([path, content]) => [path, sha256(content)])),
})

describe('proving', () => {
  test('proves what visitors find, compressed or not, over connections that are kept', async () => {
    web.pages.set('/a/', 'Page A')
    web.pages.set('/b/', { status: 200, body: gzipSync('Page B'), headers: { 'content-encoding': 'gzip' } })
    web.pages.set('/c/', {
      status: 200,
      body: brotliCompressSync('Page C'),
      headers: { 'content-encoding': 'br' },
    })
    web.pages.set('/404.html', { status: 404, body: 'Nothing here' })
    const result = published(
      [live('a')],
      shows({
        '/a/': 'Page A',
        '/b/': 'Page B',
        '/c/': 'Page C',
        '/404.html': 'Nothing here',
        '/_headers': 'x',
      }),
    )
    expect(await proving.prove(result)).toMatchObject({ addresses: 4, complaints: [] })
    expect(told).toEqual(['a v1 is live'])
    expect(proving.complaint).toBeUndefined()
    const connections = web.connections()
    for (let time = 0; time < 5; time += 1) await proving.prove(published([], shows({ '/a/': 'Page A' })))
    expect(web.connections()).toBe(connections)
  })

  test('proves a change that no page shows', async () => {
    expect(await proving.prove(published([live('a')], {}))).toBeUndefined()
    expect(told).toEqual(['a v1 is live'])
    expect(web.asked).toEqual([])
  })

  test('fails when the server’s answer is corrupted, and is live when it is right', async () => {
    web.pages.set('/a/', 'Page A, but somebody changed it')
    await proving.prove(published([live('a')], shows({ '/a/': 'Page A' })))
    const complaint = `The server at ${web.url} still shows an older version of /a/.`
    expect(told).toEqual([`a: ${complaint}`])
    expect(proving.complaint).toBe(complaint)

    await proving.prove()
    expect(told).toHaveLength(1)

    web.pages.set('/a/', 'Page A')
    await proving.prove()
    expect(told[1]).toBe('a v1 is live')
    expect(proving.complaint).toBeUndefined()
  })

  test.each([
    ['/new/?a=1#b', '/new/?a=1#b'],
    ['https://www.example.org/new/', '/new/'],
    ['https://chat.example/', 'https://chat.example'],
  ])('proves that an address leads on: %s for %s', async (location, to) => {
    web.pages.set('/old/', { status: 301, headers: { location } })
    await proving.prove(
      published([live('r')], { redirects: { leading: new Map([['/old/', to]]), ended: new Map() } }),
    )
    expect(told).toEqual(['r v1 is live'])
  })

  test.each([
    [{ status: 301, headers: { location: '/elsewhere/' } }, 'it leads to /elsewhere/'],
    [{ status: 404 }, 'it answers with 404'],
    ['A page', 'it answers with 200'],
  ])('fails when an address does not lead where it should: %j', async (answer, instead) => {
    web.pages.set('/old/', answer)
    const redirects = { leading: new Map([['/old/', '/new/']]), ended: new Map() }
    await proving.prove(published([live('r')], { gone: ['/old/'], redirects }))
    expect(told).toEqual([`r: The server at ${web.url} does not lead from /old/ to /new/: ${instead}.`])
  })

  test('fails when an address still leads where it led', async () => {
    web.pages.set('/old/', { status: 301, headers: { location: '/new/' } })
    const redirects = { leading: new Map(), ended: new Map([['/old/', '/new/']]) }
    await proving.prove(published([live('r', null)], { redirects }))
    expect(told).toEqual([`r: The server at ${web.url} still leads from /old/ to /new/.`])
    web.pages.set('/old/', 'The page that came to this address')
    await proving.prove()
    expect(told[1]).toBe('r null is live')
  })

  test('fails when a page is not there, or answers with an error', async () => {
    web.pages.set('/b/', { status: 500 })
    await proving.prove(published([live('a')], shows({ '/a/': 'A' })))
    await proving.prove(published([live('b')], shows({ '/b/': 'B' })))
    expect(told).toEqual([
      expect.stringMatching(/^a: .* does not show \/a\/, .* 404\.$/),
      expect.stringMatching(/^b: .* does not show \/b\/, .* 500\.$/),
    ])
    expect(proving.complaint).toMatch(/\(And 1 more\.\)$/)
  })

  test('waits for a cache that shows what was there before', async () => {
    proving.close()
    start(patient)
    web.pages.set('/a/', 'Older')
    await proving.prove(published([live('a')], shows({ '/a/': 'Page A' })))
    await until(() => web.asked.length >= 3)
    expect([told, proving.complaint]).toEqual([[], undefined])
    web.pages.set('/a/', 'Page A')
    await proving.settled()
    expect(told).toEqual(['a v1 is live'])
  })

  test('has its verdict when the time is over, without being asked again', async () => {
    proving.close()
    start({ ...patient, patienceMs: 50 })
    web.pages.set('/a/', 'Older')
    await proving.prove(published([live('a')], shows({ '/a/': 'Page A' })))
    await proving.settled()
    expect(told).toEqual([expect.stringContaining('a: The server at')])
  })

  describe('of a withdrawal', () => {
    const withdrawal = (more: Partial<ToProve> = {}) =>
      published([live('a', null)], { gone: ['/a/'], withdrawn: ['/a/'], ...more })

    test.each([404, 410, 301])('is content with %d', async (status) => {
      web.pages.set('/a/', { status, headers: { location: '/b/' } })
      await proving.prove(withdrawal())
      expect(told).toEqual(['a null is live'])
    })

    test('fails while the page is served, or answers with an error', async () => {
      web.pages.set('/a/', 'Page A')
      await proving.prove(withdrawal())
      expect(told).toEqual([`a: The server at ${web.url} still shows /a/, which was taken down.`])
      web.pages.set('/a/', { status: 503 })
      await proving.prove()
      expect(told[1]).toContain('with the error 503')
    })

    test.each([
      ['/sitemap.xml', '<url><loc>https://site.example/a/</loc></url>'],
      ['/feed.xml', '<link href="https://site.example/a/"/>'],
    ])('fails while %s mentions it, also when that did not change', async (list, content) => {
      web.pages.set(list, content)
      await proving.prove(withdrawal())
      expect(told).toEqual([`a: ${list} at ${web.url} still mentions /a/, which was taken down.`])
      web.pages.set(list, content.replaceAll('/a/', '/ab/'))
      await proving.prove()
      expect(told[1]).toBe('a null is live')
    })

    test('expects of a picture that it is gone until it is shown again', async () => {
      web.pages.set('/media/face.webp', 'a face')
      await proving.prove(published([live('m', null)], { gone: ['/media/face.webp'] }))
      expect(told).toEqual([
        `m: The server at ${web.url} still shows /media/face.webp, which was taken down.`,
      ])
      await proving.prove(published([live('m')], { shownPictures: ['/media/face.webp'] }))
      expect(told[1]).toBe('m v1 is live')
      expect(proving.complaint).toBeUndefined()
    })

    test('fails when a page that was published with it mentions it', async () => {
      const page = '<a href="/a/#top">A</a>'
      web.pages.set('/list/', page)
      await proving.prove(withdrawal(shows({ '/list/': page })))
      expect(told).toEqual([`a: /list/ at ${web.url} still mentions /a/, which was taken down.`])
    })

    test('wants of a list what it wanted before, when the list changes again, unless the page is back', async () => {
      const sitemap = '<loc>https://site.example/a/</loc>'
      web.pages.set('/sitemap.xml', sitemap)
      await proving.prove(withdrawal())
      await proving.prove(published([live('b')], shows({ '/sitemap.xml': sitemap })))
      expect(told.filter((line) => line.endsWith('live'))).toEqual([])
      web.pages.set('/a/', 'Page A')
      await proving.prove(published([live('a', 'v2')], shows({ '/sitemap.xml': sitemap, '/a/': 'Page A' })))
      expect(told).toEqual(expect.arrayContaining(['a v2 is live', 'b v1 is live']))
    })
  })

  test('asks for what a later publish shows, where it shows something else', async () => {
    web.pages.set('/a/', 'First')
    web.pages.set('/b/', 'B')
    await proving.prove(published([live('a', 'v1')], shows({ '/a/': 'Second' })))
    web.pages.set('/a/', 'Third')
    await proving.prove(published([live('b')], shows({ '/a/': 'Third', '/b/': 'B' })))
    expect(told.slice(1)).toEqual(['a v1 is live', 'b v1 is live'])
  })

  test('says that the server is down, asks little while it is, and is live when it is back', async () => {
    web.pages.set('/a/', 'Page A')
    await web.stop()
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, number) => [`/${number}/`, 'x']))
    const proof = await proving.prove(published([live('a')], shows({ ...many, '/a/': 'Page A' })))
    expect(proof?.complaints).toHaveLength(1)
    expect(told).toEqual([
      expect.stringMatching(/^a: .* does not answer: nothing listens there\. .*PROOF_URL/),
    ])
    for (const path of Object.keys(many)) web.pages.set(path, 'x')
    await web.start()
    await proving.prove()
    expect(told[1]).toBe('a v1 is live')
  })

  test('does not wait long for a server that is silent', async () => {
    proving.close()
    start(impatient, web.url, 300)
    web.isSilent = true
    const pages = Object.fromEntries(Array.from({ length: 100 }, (_, number) => [`/${number}/`, 'x']))
    await proving.prove(published([live('a')], shows(pages)))
    expect(told).toEqual([expect.stringContaining('nothing came within 0.3 seconds')])
    expect(web.asked.length).toBeLessThan(20)
  })

  test('looks at an evenly spread sample of very many pages, and at everything that is gone', async () => {
    proving.close()
    start({ ...impatient, attemptMs: 30_000 })
    const pages: Record<string, string> = {}
    for (let number = 0; number < 1000; number += 1) {
      pages[`/${number}/`] = `Page ${number}`
      web.pages.set(`/${number}/`, `Page ${number}`)
    }
    const gone = Array.from({ length: 300 }, (_, number) => `/gone-${number}/`)
    await proving.prove(published([live('a')], { ...shows(pages), gone }))
    expect(told).toEqual(['a v1 is live'])
    const looked = web.asked.filter((path) => /^\/\d+\/$/.test(path)).map((path) => Number(path.slice(1, -1)))
    expect(web.asked.filter((path) => path.startsWith('/gone'))).toHaveLength(300)
    expect(looked).toHaveLength(SAMPLE)
    expect(looked.filter((number) => number < 500)).toHaveLength(SAMPLE / 2)
  })
})
