import { readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import type { IncomingHttpHeaders, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { siteDirectories } from '../directories.ts'
import { listenOn, stopListening } from '../listen.ts'
import { formatHeaders, headerRules } from '../site/headers-file.ts'
import { openReleaseStore } from '../store/open-release-store.ts'
import type { ReleaseStore } from '../store/release-store.ts'
import type { Release } from '../store/release.ts'
import { openServedSite } from '../store/served-site.ts'
import { objectFile } from '../store/store-layout.ts'
import { emptyRelease, madeRelease } from '../testing/made-release.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createSiteServer } from './site-server.ts'

const POLICY = "default-src 'self'"
const LONG = `<h1>Long</h1>${'<p>Breathe in and breathe out.</p>'.repeat(100)}`

let folder: string
let store: ReleaseStore
let server: Server
let complaints: string[]

const complain = (sentence: string) => complaints.push(sentence)

/** Publishes files besides those that there are. */
const put = async (content: Record<string, string>, retained?: Release['retained']) => {
  const before = store.current ?? emptyRelease
  const release = madeRelease(store.objectsDirectory, store.newest + 1, content, before)
  return store.commit({ ...release, retained: retained ?? before.retained }, new Map())
}

const objectOf = (path: string) =>
  objectFile(store.objectsDirectory, store.current?.files.get(path)?.hash ?? 'none')

beforeEach(async () => {
  folder = await temporaryFolder()
  const directories = siteDirectories({ SITE_DIR: join(folder, 'site') })
  complaints = []
  store = await openReleaseStore(directories, complain)
  await put({
    'index.html': '<h1>Home</h1>',
    'a/index.html': '<h1>A</h1>',
    'long/index.html': LONG,
    '404.html': '<h1>Not here</h1>',
    _headers: formatHeaders(headerRules(POLICY)),
    _redirects: '/old/ /a/ 301\n/chat https://chat.example/?room=1#door 302\n/a/ /shadowed/ 301\n',
    '_astro/style.0a1b.css': 'body {}',
    'media/a picture.webp': 'bytes',
    '.hidden': 'secret',
    '.private/thing': 'secret',
  })
  await writeFile(join(directories.store, 'outside.html'), 'secret')
  server = createSiteServer(openServedSite(directories, complain), complain)
  await listenOn(server, 0, 'none')
})
afterEach(async () => {
  await stopListening(server)
  if (complaints.length > 0) throw new Error(complaints.join('\n'))
})

type Answer = {
  status: number | undefined
  headers: IncomingHttpHeaders
  location: string | undefined
  bytes: Buffer
  body: string
}

/** Sends a target as it is: other clients tidy it up before, and decode what comes back. */
const raw = async (target: string, method = 'GET', headers: Record<string, string> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const sent = httpRequest({ host: '127.0.0.1', port, path: target, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const { statusCode: status, headers: received } = answer
        const bytes = Buffer.concat(parts)
        resolve({ status, headers: received, location: received.location, bytes, body: bytes.toString() })
      })
    })
    sent.on('error', reject)
    sent.end()
  })

describe('createSiteServer', () => {
  test('serves a page with its headers', async () => {
    const answer = await request(server).get('/a/').expect(200, '<h1>A</h1>')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': '10',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-cache',
    })
  })

  test.each([
    ['feed.xml', 'text/xml; charset=utf-8'],
    ['robots.txt', 'text/plain; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.json', 'application/json; charset=utf-8'],
    ['a.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['a.svg', 'image/svg+xml; charset=utf-8'],
    ['a.avif', 'image/avif'],
    ['a.webp', 'image/webp'],
    ['a.woff2', 'font/woff2'],
    ['a.md', 'text/markdown; charset=utf-8'],
    ['a.pdf', 'application/pdf'],
    ['a.unheard-of', 'application/octet-stream'],
  ])('knows the type of %s', async (file, type) => {
    await put({ [file]: '1' })
    await request(server).get(`/${file}`).expect(200).expect('content-type', type)
  })

  test('answers HEAD with the headers alone', async () => {
    const answer = await request(server).head('/a/').expect(200)
    expect(answer.headers['content-length']).toBe('10')
    expect(answer.text).toBeFalsy()
  })

  test('answers an empty file', async () => {
    await put({ 'empty.txt': '' })
    await request(server).get('/empty.txt').expect(200, '').expect('content-length', '0')
  })

  test('says 304 as long as the file is the same, and the new bytes when it is not', async () => {
    const first = await request(server).get('/a/')
    const etag = String(first.headers.etag)
    const again = await request(server).get('/a/').set('if-none-match', `"other", W/${etag}`).expect(304)
    expect(again.headers).toMatchObject({
      etag,
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
    })
    await put({ 'a/index.html': '<h1>B</h1>' })
    const changed = await request(server).get('/a/').set('if-none-match', etag).expect(200, '<h1>B</h1>')
    expect(changed.headers.etag).not.toBe(etag)
  })

  test('lets browsers keep files whose names change with their bytes, but not a 404 among them', async () => {
    const forEver = 'public, max-age=31536000, immutable'
    await request(server).get('/_astro/style.0a1b.css').expect(200).expect('cache-control', forEver)
    await request(server).get('/media/a%20picture.webp').expect(200).expect('cache-control', forEver)
    await request(server).get('/media/gone.webp').expect(404).expect('cache-control', 'no-cache')
  })

  test('sends an address without its slash on, query and all, and to nowhere else', async () => {
    await request(server).get('/a?b=1').expect(301).expect('location', '/a/?b=1')
    expect(await raw('//a')).toMatchObject({ status: 404, location: undefined })
    expect(await raw('//evil.example/a')).toMatchObject({ status: 404, location: undefined })
    await request(server).get('/_astro').expect(404)
  })

  test('shows the 404 page with status 404, under its own name too', async () => {
    for (const path of [
      '/nothing',
      '/nothing/',
      '/404.html',
      '/a/nothing',
      '/index.html/',
      '/a/index.html/more',
    ])
      await request(server).get(path).expect(404, '<h1>Not here</h1>').expect('cache-control', 'no-cache')
  })

  test('says 404 in plain words when nothing was published', async () => {
    const nowhere = siteDirectories({ SITE_DIR: join(folder, 'none') })
    const empty = createSiteServer(openServedSite(nowhere, complain), complain)
    const answer = await request(empty).get('/').expect(404)
    expect(answer.text).toContain('Nothing was published yet')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('follows the redirects of the site, but not over a page', async () => {
    await request(server).get('/old').expect(301).expect('location', '/a/')
    await request(server).get('/old/?q=1').expect(301).expect('location', '/a/?q=1')
    await request(server).get('/chat').expect(302).expect('location', 'https://chat.example/?room=1#door')
    await request(server).get('/a/').expect(200)
  })

  test('follows new rules as soon as they are published', async () => {
    await request(server).get('/late/').expect(404)
    await put({ _redirects: '/late/ /a/ 301\n', _headers: '/*\n  X-Test: yes\n' })
    await request(server).get('/late/').expect(301).expect('x-test', 'yes')
  })

  test('serves a page that is asked for by its whole address', async () => {
    const { status, body } = await raw('http://localhost:4811/a/')
    expect([status, body]).toEqual([200, '<h1>A</h1>'])
  })

  test('never serves what is for the host', async () => {
    await request(server).get('/_headers').expect(404, '<h1>Not here</h1>')
    await request(server).get('/_redirects').expect(404, '<h1>Not here</h1>')
  })

  test.each([
    '/../outside.html',
    '/a/../../outside.html',
    '/%2e%2e/outside.html',
    '/..%2foutside.html',
    '/%2e%2e%2foutside.html',
    '/..\\outside.html',
    '/a/..%5c..%5coutside.html',
    '/.hidden',
    '/%2ehidden',
    '/.private/thing',
    '/a/./index.html',
    '/a//index.html',
    '/a%00.html',
    '/%',
    '/%c0%ae%c0%ae/outside.html',
    'http://elsewhere.example/outside.html',
    '*',
    `/${'a'.repeat(5000)}`,
  ])('finds nothing for %s', async (target) => {
    const answer = await raw(target)
    expect(answer.status).toBe(404)
    expect(answer.body).toBe('<h1>Not here</h1>')
  })

  test('lists no folder', async () => {
    await request(server).get('/_astro/').expect(404)
    await request(server).get('/media/').expect(404)
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('answers %s with 405', async (method) => {
    expect((await raw('/a/', method)).status).toBe(405)
    await request(server).post('/a/').expect(405).expect('allow', 'GET, HEAD')
  })

  test('says 500 and why when a file cannot be read', async () => {
    await put({ 'loop.html': 'never' })
    const object = objectOf('loop.html')
    await rm(object)
    await symlink(object, object)
    await request(server).get('/loop.html').expect(500)
    expect(complaints.splice(0)).toEqual([expect.stringContaining('/loop.html could not be answered: ELOOP')])
  })

  test('says 500 and why when the bytes of a file are lost, and goes on with the others', async () => {
    await rm(objectOf('a/index.html'))
    await request(server).get('/a/').expect(500)
    expect(complaints.splice(0)).toEqual([expect.stringContaining('is lost')])
    await request(server).get('/').expect(200)
  })

  test('keeps its other rules when those for the host are lost', async () => {
    await put({ 'index.html': 'new' })
    await rm(objectOf('_redirects'))
    await request(server).get('/').expect(200, 'new').expect('content-security-policy', POLICY)
    expect(complaints.splice(0)).toEqual([
      expect.stringContaining('The rules of “_redirects” are not followed'),
    ])
  })

  test('shows another release as soon as the pointer says so, also an older one', async () => {
    await put({ 'a/index.html': 'second' })
    await request(server).get('/a/').expect(200, 'second').expect('x-release', '2')
    await store.show(1)
    await request(server).get('/a/').expect(200, '<h1>A</h1>').expect('x-release', '1')
    await store.show(2)
    await request(server).get('/a/').expect(200, 'second').expect('x-release', '2')
  })

  test('gives retained assets until they are given up', async () => {
    const file = store.current?.files.get('_astro/style.0a1b.css')
    if (!file) throw new Error('There is no such file.')
    const path = '_astro/earlier.9f9f.css'
    const left = { ...file, leftIn: 2, leftAt: new Date().toISOString() }
    await put({}, new Map([[path, left]]))
    await request(server)
      .get(`/${path}`)
      .expect(200, 'body {}')
      .expect('cache-control', 'public, max-age=31536000, immutable')
    if (!store.current) throw new Error('There is no release.')
    await store.amend({ ...store.current, retained: new Map() }, new Map())
    await put({})
    await request(server).get(`/${path}`).expect(404)
  })

  test('finds its way when an amendment gave up a part of a list that is deleted then', async () => {
    const file = store.current?.files.get('_astro/style.0a1b.css')
    if (!file) throw new Error('There is no such file.')
    const path = '_astro/earlier.9f9f.css'
    const trees = join(folder, 'site.store', 'trees')
    const before = new Set(await readdir(trees, { recursive: true }))
    await put({}, new Map([[path, { ...file, leftIn: 2, leftAt: new Date().toISOString() }]]))
    await request(server).get('/a/').expect('x-release', '2')
    if (!store.current) throw new Error('There is no release.')
    await store.amend({ ...store.current, retained: new Map() }, new Map())
    const parts = (await readdir(trees, { recursive: true })).filter((name) => !before.has(name))
    for (const part of parts.filter((name) => name.endsWith('.json'))) await rm(join(trees, part))
    await request(server).get(`/${path}`).expect(404)
  })

  describe('compressed', () => {
    const get = (accept: string) => request(server).get('/long/').set('accept-encoding', accept)

    test.each([
      ['br', 'br'],
      ['gzip', 'gzip'],
      ['gzip, deflate, br, zstd', 'br'],
      ['br;q=0.5, gzip;q=0.8', 'gzip'],
      ['br;q=0, *', 'gzip'],
      ['GZIP', 'gzip'],
      ['x-gzip', 'gzip'],
      ['*', 'br'],
      ['identity;q=0, br', 'br'],
      ['identity;q=0.5, br;q=0.6', 'br'],
      ['deflate', undefined],
      ['identity', undefined],
      ['identity, br;q=0.9', undefined],
      ['br;q=0, gzip;q=0', undefined],
      ['br;q=nonsense', undefined],
      ['', undefined],
    ])('for “%s” is %s', async (accept, encoding) => {
      const answer = await raw('/long/', 'GET', { 'accept-encoding': accept })
      expect(answer.status).toBe(200)
      expect(answer.headers).toMatchObject({
        vary: 'Accept-Encoding',
        'content-length': String(answer.bytes.length),
      })
      expect(answer.headers['content-encoding']).toBe(encoding)
      const decode = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? '']
      expect((decode?.(answer.bytes) ?? answer.bytes).toString()).toBe(LONG)
      expect(answer.bytes.length < LONG.length / 4).toBe(encoding !== undefined)
    })

    test('has a validator for each encoding', async () => {
      const tags = new Set<string>()
      for (const accept of ['br', 'gzip', 'identity']) {
        const etag = String((await get(accept)).headers.etag)
        tags.add(etag)
        await get(accept).set('if-none-match', etag).expect(304).expect('vary', 'Accept-Encoding')
      }
      expect(tags.size).toBe(3)
      await get('gzip')
        .set('if-none-match', [...tags][0] ?? '')
        .expect(200)
    })

    test('answers HEAD with the length of what it would send', async () => {
      const { headers } = await get('br')
      const head = await request(server).head('/long/').set('accept-encoding', 'br').expect(200)
      expect(head.headers).toMatchObject({
        'content-encoding': 'br',
        'content-length': headers['content-length'],
      })
    })

    test('is not what a power cut has left of it', async () => {
      await truncate(`${objectOf('long/index.html')}.br`, 0)
      expect(
        (await raw('/long/', 'GET', { 'accept-encoding': 'br, gzip' })).headers['content-encoding'],
      ).toBe('gzip')
    })

    test('leaves pictures as they are', async () => {
      const answer = await raw('/media/a%20picture.webp', 'GET', { 'accept-encoding': 'br' })
      expect(answer.headers).not.toHaveProperty('vary')
      expect(answer.headers).not.toHaveProperty('content-encoding')
    })

    test('also holds for the 404 page', async () => {
      await put({ '404.html': LONG })
      const answer = await raw('/nothing', 'GET', { 'accept-encoding': 'br' })
      expect([answer.status, answer.headers['content-encoding']]).toEqual([404, 'br'])
    })
  })

  test('never gives two releases in one answer, nor an older one after a newer one', async () => {
    const pages = ['one', 'two', 'three'].map((name) => `${name}/index.html`)
    const publish = async () => {
      const body = `<p>release ${store.newest + 1}</p>`.repeat(40)
      await put(Object.fromEntries(pages.map((page) => [page, body])))
    }
    await publish()
    const stop = new AbortController()
    const seen: string[] = []
    const reading = [0, 1].map(async () => {
      for (let last = 0, turn = 0; !stop.signal.aborted; turn += 1) {
        const encoding = turn % 2 === 0 ? 'br' : 'identity'
        const answer = await raw(`/${['one', 'two', 'three'][turn % 3]}/`, 'GET', {
          'accept-encoding': encoding,
        })
        const body = (encoding === 'br' ? brotliDecompressSync(answer.bytes) : answer.bytes).toString()
        const number = Number(answer.headers['x-release'])
        const isWhole = answer.status === 200 && body === `<p>release ${number}</p>`.repeat(40)
        seen.push(isWhole && number >= last ? 'right' : `${answer.status}, ${number} after ${last}: ${body}`)
        last = number
      }
    })
    try {
      for (let turn = 0; turn < 50; turn += 1) {
        const before = seen.length
        await publish()
        while (seen.length === before) await setImmediate()
      }
    } finally {
      stop.abort()
      await Promise.all(reading)
    }
    expect(seen.filter((answer) => answer !== 'right')).toEqual([])
    expect(seen.length).toBeGreaterThan(50)
  })

  test('sends a large file piece by piece, and minds nobody who leaves in the middle', async () => {
    const large = 'calm '.repeat(400_000)
    await put({ 'media/large.bin': large })
    const { port } = server.address() as AddressInfo
    for (let times = 0; times < 5; times += 1)
      await new Promise<void>((resolve, reject) => {
        const sent = httpRequest({ host: '127.0.0.1', port, path: '/media/large.bin' }, (answer) => {
          answer.once('data', () => sent.destroy())
          answer.once('close', resolve)
          answer.once('error', () => undefined)
        })
        sent.once('error', reject)
        sent.end()
      })
    const { status, headers, bytes } = await raw('/media/large.bin')
    expect([status, headers['content-length'], bytes.toString() === large]).toEqual([200, '2000000', true])
  })

  test('never gives a torn page while it is replaced again and again', async () => {
    const pages = ['x'.repeat(40_000), 'y'.repeat(70_000)]
    const replace = async (turn: number) => put({ 'torn/index.html': pages[turn % 2] ?? '' })
    await replace(0)
    const stop = new AbortController()
    const replacing = (async () => {
      for (let turn = 1; !stop.signal.aborted; turn += 1) {
        await replace(turn)
        // A commit waits for nothing, so nobody else would have a turn.
        await setImmediate()
      }
    })()
    try {
      for (let number = 0; number < 300; number += 1) {
        const { status, body } = await raw('/torn/')
        expect([status, pages.includes(body)]).toEqual([200, true])
      }
    } finally {
      stop.abort()
      await replacing
    }
  })
})
