import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { CannotRender } from '../../content/cannot-render.ts'
import { startReading } from '../../content/content.ts'
import { siteDirectories } from '../directories.ts'
import { openServedSite } from '../store/served-site.ts'
import { engineSite } from '../testing/engine-site.ts'
import type { EngineSite } from '../testing/engine-site.ts'
import { fakeRenderer } from '../testing/fake-renderer.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { SiteRenderer } from './site-renderer.ts'

let folder: string
let renderer: SiteRenderer
let site: EngineSite

beforeEach(async () => {
  folder = await temporaryFolder()
  renderer = await fakeRenderer(folder)
  site = await engineSite(folder, renderer)
})

const a = { slug: 'a', title: 'A' }
const b = { slug: 'b', title: 'B' }
const c = { slug: 'c', title: 'C' }
const two = { a, b }

const renderedBy = async (work: () => Promise<unknown>) => {
  site.rendered.splice(0)
  await work()
  return [...site.rendered].sort()
}
const hashOf = (file: string) => site.store.current?.files.get(file)?.hash

describe('publish', () => {
  test('shows pages, assets and the rules for the host in one release', async () => {
    const result = await site.publish(two)
    expect(result).toMatchObject({ release: 1, pages: 4, rendered: 4, written: 7, removed: 0, warnings: [] })
    expect([...(site.store.current?.files.keys() ?? [])].sort()).toEqual([
      '404.html',
      '_astro/style.0a1b.css',
      '_headers',
      '_redirects',
      'articles/a/index.html',
      'articles/b/index.html',
      'index.html',
    ])
    expect(await site.read('articles/a/index.html')).toContain('<title>A</title>')
    expect(await site.read('_headers')).toContain("Content-Security-Policy: default-src 'self'")
  })

  test('makes no release and renders nothing when nothing changed', async () => {
    await site.publish(two)
    expect(await renderedBy(() => site.publish(two))).toEqual([])
    expect(site.store.current?.number).toBe(1)
  })

  test('renders the pages that read what changed, and those only', async () => {
    await site.publish(two)
    site.library.set('dog.webp', 'a dog')
    const result = await site.publish({ ...two, a: { ...a, picture: 'dog.webp' } })
    // The home page of the fake reads all titles, and nothing of them changed.
    expect(result).toMatchObject({ release: 2, rendered: 1, written: 1 })
    expect(await site.read('media/hashed-dog.webp')).toBe('a dog')
  })

  test('knows after a restart what the pages read', async () => {
    await site.publish(two)
    await site.restart()
    expect(await renderedBy(() => site.publish(two))).toEqual([])
    const rendered = await renderedBy(() => site.publish({ ...two, b: { ...b, title: 'B again' } }))
    expect(rendered).toEqual(['/', '/articles/b/'])
  })

  test('renders everything with new templates, and makes a release only when bytes differ', async () => {
    await site.publish(two)
    await site.restart({ ...renderer, build: 'build-2' })
    expect(await renderedBy(() => site.publish(two))).toHaveLength(4)
    expect(site.store.current).toMatchObject({ number: 1, build: 'build-2' })
    expect(await renderedBy(() => site.publish(two))).toEqual([])
  })

  test('renders everything anew when told to', async () => {
    await site.publish(two)
    const rendered = await renderedBy(() => site.engine.publish(site.snapshot(two), { everything: true }))
    expect(rendered).toHaveLength(4)
  })

  test('takes down that the site shows a change which no page shows', async () => {
    await site.publish(two)
    const result = await site.publish({ ...two, 'search:search': { synonyms: [] } })
    expect(result).toMatchObject({ release: 1, written: 0 })
    expect(result.outcomes).toEqual([
      expect.objectContaining({ collection: 'search', state: 'live', release: 1, pages: 0 }),
    ])
    await site.restart()
    expect((await site.publish({ ...two, 'search:search': { synonyms: [] } })).outcomes).toEqual([])
  })

  test('tells what became of each change, and what visitors must find', async () => {
    await site.publish(two)
    const { outcomes, toProve } = await site.publish({ a: { ...a, title: 'A again' }, c })
    const version = site.snapshot({ a: { ...a, title: 'A again' } }).documents.get('articles:a')?.version
    expect(outcomes).toHaveLength(3)
    expect(outcomes).toContainEqual({
      collection: 'articles',
      id: 'a',
      version,
      state: 'live',
      release: 3,
      // Each page of the fake reads every title.
      pages: 4,
    })
    expect(outcomes).toContainEqual(expect.objectContaining({ id: 'b', version: null, state: 'live' }))
    expect([...toProve.shown]).toEqual(
      expect.arrayContaining([
        ['/', hashOf('index.html')],
        ['/articles/a/', hashOf('articles/a/index.html')],
        ['/articles/c/', hashOf('articles/c/index.html')],
      ]),
    )
    expect(toProve).toMatchObject({ gone: ['/articles/b/'], withdrawn: ['/articles/b/'] })
  })

  test('keeps warnings and pictures of pages that it does not render', async () => {
    site.library.set('dog.webp', 'a dog')
    const noisy = {
      a: { ...a, picture: 'dog.webp', warning: 'Something is odd.' },
      b,
    }
    await site.publish(noisy)
    const result = await site.publish({ ...noisy, b: { ...b, warning: 'This too.' } })
    expect(result).toMatchObject({ rendered: 1, written: 0, removed: 0 })
    expect(result.warnings).toEqual(['Something is odd.', 'This too.'])
    expect(site.downloads).toEqual(['dog.webp'])
    expect(site.store.current?.files.has('media/hashed-dog.webp')).toBe(true)
  })

  test('retains assets that pages may still be open with, but no picture of what is withdrawn', async () => {
    site.library.set('dog.webp', 'a dog')
    site.library.set('cat.webp', 'a cat')
    await site.publish({ a: { ...a, picture: 'dog.webp' }, b: { ...b, picture: 'cat.webp' } })
    await site.publish({ a, b: { ...b, picture: 'cat.webp' } })
    expect(await site.read('media/hashed-dog.webp')).toBe('a dog')
    await site.publish({ a })
    expect(site.store.current?.files.has('media/hashed-cat.webp')).toBe(false)
    expect(await site.read('media/hashed-cat.webp')).toBeUndefined()
  })

  test('takes a picture down at once when it is deleted, also one that no page shows any more', async () => {
    site.library.set('dog.webp', 'a dog')
    const file = 'media/hashed-dog.webp'
    const picture = { 'media:m': { filename: 'dog.webp', alt: 'A dog' } }
    await site.publish({ a: { ...a, picture: 'dog.webp' }, b, ...picture })
    await site.publish({ ...two, ...picture })
    const served = openServedSite(siteDirectories({ SITE_DIR: join(folder, 'site') }), () => undefined)
    expect(served.release()?.find(file)).toBeDefined()
    const result = await site.publish(two)
    expect(result).toMatchObject({ release: 3, written: 0, removed: 1, toProve: { gone: [`/${file}`] } })
    expect(site.store.current).toMatchObject({ cause: 'withdrawal', changed: 0 })
    expect(await site.read(file)).toBeUndefined()
    expect(served.release()?.find(file)).toBeUndefined()
    expect((await site.publish(two)).release).toBe(3)
  })

  test('expects no picture to be gone that another page shows', async () => {
    site.library.set('dog.webp', 'a dog')
    await site.publish({ a, b: { ...b, picture: 'dog.webp' } })
    const { toProve } = await site.publish({ a: { ...a, picture: 'dog.webp' } })
    expect(await site.read('media/hashed-dog.webp')).toBe('a dog')
    expect(toProve).toMatchObject({ gone: ['/articles/b/'], shownPictures: ['/media/hashed-dog.webp'] })
    const withdrawal = await site.publish({ c })
    expect(withdrawal.toProve.gone).toEqual(['/articles/a/', '/media/hashed-dog.webp'])
  })

  test.each([
    [
      'pages with different security policies',
      'has another content-security policy',
      (): Partial<SiteRenderer> => ({
        render: async (path, snapshot) => {
          const page = await renderer.render(path, snapshot)
          return path === '/'
            ? page
            : { ...page, headers: { 'content-security-policy': "default-src 'none'" } }
        },
      }),
    ],
    [
      'a page that leads out of the site',
      'is no path that a page of the site can have',
      (): Partial<SiteRenderer> => ({ routes: () => ({ value: ['/../escaped/'], reads: [] }) }),
    ],
  ])('refuses %s', async (_, reason, changes) => {
    await site.restart({ ...renderer, ...changes() })
    const result = await site.publish(two)
    expect(result.trouble).toContain(reason)
    expect(site.store.current).toBeUndefined()
  })
})

describe('a document that cannot be rendered', () => {
  const unfit = { ...b, title: 'B new', unfit: 'a table without rows.' }

  test('stays at its last version that could be, while the rest goes out', async () => {
    await site.publish(two)
    const result = await site.publish({ a: { ...a, title: 'A again' }, b: unfit })
    expect(result.trouble).toBeUndefined()
    expect(await site.read('articles/a/index.html')).toContain('A again')
    expect(await site.read('articles/b/index.html')).toContain('<title>B</title>')
    expect(await site.read('index.html')).toContain('<title>A again, B</title>')
    expect(result.outcomes).toContainEqual(
      expect.objectContaining({
        id: 'b',
        state: 'failed',
        reason: 'a table without rows.',
        fault: { title: 'B new', field: 'body' },
      }),
    )
    expect(result.warnings).toEqual([
      '“B new”, field “body”: a table without rows. The site keeps to its last version that could be shown.',
    ])
  })

  test('is tried no second time as long as nothing changes, and told once', async () => {
    await site.publish(two)
    await site.publish({ a, b: unfit })
    let result: Awaited<ReturnType<typeof site.publish>> | undefined
    expect(await renderedBy(async () => (result = await site.publish({ a, b: unfit })))).toEqual([])
    expect(result?.outcomes).toEqual([])
  })

  test('still shows what changes elsewhere, also after a restart', async () => {
    await site.publish(two, '2026-11-20')
    await site.publish({ a, b: unfit }, '2026-11-20')
    await site.restart()
    await site.publish({ a, b: unfit }, '2026-11-21')
    expect(await site.read('articles/b/index.html')).toContain('<title>B</title><p>2026-11-21</p>')
  })

  test('goes out as soon as it can be rendered', async () => {
    await site.publish(two)
    await site.publish({ a, b: unfit })
    const result = await site.publish({ a, b: { ...b, title: 'B new' } })
    expect(await site.read('articles/b/index.html')).toContain('B new')
    expect(result.outcomes).toEqual([expect.objectContaining({ id: 'b', state: 'live' })])
    expect(site.store.current?.pins).toEqual([])
  })

  test('is told live when it goes back to what the site shows', async () => {
    await site.publish(two)
    await site.publish({ a, b: unfit })
    const { outcomes, warnings } = await site.publish(two)
    expect(outcomes).toEqual([expect.objectContaining({ id: 'b', state: 'live', pages: 0 })])
    expect([warnings, site.store.current?.pins]).toEqual([[], []])
  })

  test('is left out when no version of it could be', async () => {
    const result = await site.publish({ a, b: unfit })
    expect(await site.read('articles/b/index.html')).toBeUndefined()
    expect(await site.read('index.html')).toContain('<title>A</title>')
    expect(result.outcomes).toEqual([expect.objectContaining({ id: 'b', state: 'failed' })])
  })

  test('holds back the change of another one that it cannot be rendered with', async () => {
    const needy = { ...b, needs: 'a' }
    await site.publish({ a, b: needy })
    await site.restart({
      ...renderer,
      render: async (path, snapshot) => {
        const page = await renderer.render(path, snapshot)
        if (path === '/articles/b/' && String(page.body).includes('A too long'))
          return renderer.render(
            path,
            site.snapshot({ a, b: { ...needy, unfit: 'the title does not fit.' } }),
          )
        return page
      },
    })
    const result = await site.publish({ a: { ...a, title: 'A too long' }, b: needy, c })
    expect(await site.read('articles/a/index.html')).toContain('<title>A</title>')
    expect(await site.read('articles/c/index.html')).toContain('<title>C</title>')
    expect(result.outcomes).toContainEqual(expect.objectContaining({ id: 'a', state: 'failed' }))
  })

  test('goes with a withdrawn one that it needs', async () => {
    await site.publish({ a, b: { ...b, needs: 'a' }, c })
    const result = await site.publish({ b: { ...b, needs: 'a' }, c })
    expect(await site.read('articles/a/index.html')).toBeUndefined()
    expect(await site.read('articles/b/index.html')).toBeUndefined()
    expect(await site.read('index.html')).toContain('<title>C</title>')
    expect(result.outcomes).toContainEqual(expect.objectContaining({ id: 'a', state: 'live' }))
    expect(result.outcomes).toContainEqual(expect.objectContaining({ id: 'b', state: 'failed' }))
  })

  test('goes so with new templates too, when the old ones are not kept', async () => {
    const needy = { ...b, needs: 'a' }
    await site.publish({ a, b: needy, c })
    await site.restart({ ...renderer, build: 'build-2' })
    const result = await site.publish({ b: needy, c })
    expect(result.trouble).toBeUndefined()
    expect(await site.read('articles/b/index.html')).toBeUndefined()
    expect(await site.read('index.html')).toContain('<title>C</title>')
  })

  test('is left out when its page went with a withdrawn one while a template failed', async () => {
    const needy = { ...b, needs: 'people:a' }
    const failing: SiteRenderer['render'] = (path, snapshot) =>
      path === '/articles/b/' ? Promise.reject(new Error('a bug')) : renderer.render(path, snapshot)
    await site.publish({ 'people:a': { title: 'A' }, b: needy, c })
    await site.restart({ ...renderer, build: 'build-2', render: failing })
    await site.publish({ b: needy, c })
    expect(await site.read('articles/b/index.html')).toBeUndefined()
    await site.restart({ ...renderer, build: 'build-3' })
    const result = await site.publish({ b: needy, c })
    expect(result.trouble).toBeUndefined()
    expect(result.outcomes).toContainEqual(expect.objectContaining({ id: 'b', state: 'failed' }))
    expect(await site.read('index.html')).toContain('<title>C</title>')
  })

  test('is the picture when the media library has no file of it', async () => {
    const media = { 'media:m': { filename: 'lost.webp', alt: 'A dog' } }
    await site.publish(two)
    const result = await site.publish({
      ...two,
      a: { ...a, title: 'A again', picture: 'lost.webp' },
      c,
      ...media,
    })
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    expect(result.trouble).toContain('lost.webp')
  })
})

describe('a redirect', () => {
  const key = 'redirects:r'
  const toA = { from: '/old/', to: '/articles/a/' }
  const toB = { from: '/old/', to: '/articles/b/' }
  const idle = { from: '/old/', to: '/nowhere/', idle: 'it leads nowhere.' }
  const failed = {
    id: 'r',
    state: 'failed',
    reason: 'it leads nowhere.',
    fault: { title: '/old/', field: 'to' },
  }

  test('is to lead where it says, and no more when it is deleted', async () => {
    await site.publish(two)
    const led = async (documents: Parameters<typeof site.publish>[0]) => {
      const { leading, ended } = (await site.publish(documents)).toProve.redirects
      return { leading: [...leading], ended: [...ended] }
    }
    expect(await led({ ...two, [key]: toA })).toEqual({ leading: [['/old/', '/articles/a/']], ended: [] })
    expect(await led({ ...two, [key]: toB })).toEqual({ leading: [['/old/', '/articles/b/']], ended: [] })
    expect(await led({ ...two, [key]: toB, c })).toEqual({ leading: [], ended: [] })
    expect(await led({ ...two, c })).toEqual({ leading: [], ended: [['/old/', '/articles/b/']] })
    const { toProve } = await site.rollback(2, { ...two, [key]: toA, c })
    expect([...toProve.redirects.leading]).toEqual([['/old/', '/articles/a/']])
  })

  test('that leads nowhere is told so, and leads where it led before', async () => {
    await site.publish({ ...two, [key]: toA })
    const result = await site.publish({ a: { ...a, title: 'A again' }, b, [key]: idle })
    expect(result.outcomes).toContainEqual(expect.objectContaining(failed))
    expect(result.outcomes).toContainEqual(expect.objectContaining({ id: 'a', state: 'live' }))
    expect(result.warnings).toEqual([
      '“/old/”, field “to”: it leads nowhere. The site keeps to its last version that could be shown.',
    ])
    expect(await site.read('_redirects')).toBe('/old/ /articles/a/ 301\n')
    expect((await site.publish({ a, b, [key]: toB })).outcomes).toContainEqual(
      expect.objectContaining({ id: 'r', state: 'live' }),
    )
    expect(await site.read('_redirects')).toBe('/old/ /articles/b/ 301\n')
  })

  test('that leads nowhere from the first is left out, over a restart as well', async () => {
    const { outcomes } = await site.publish({ ...two, [key]: idle })
    expect(outcomes).toContainEqual(expect.objectContaining(failed))
    await site.restart()
    await site.publish({ a, b: { ...b, title: 'B again' }, [key]: idle })
    expect(await site.read('articles/b/index.html')).toContain('B again')
    expect(await site.read('_redirects')).toBe('')
  })

  test('that another change made idle is left out, and nobody is told that it failed', async () => {
    const redirects: SiteRenderer['redirects'] = (snapshot) => {
      const reading = startReading(snapshot)
      const isThere = reading.content.get('articles', 'b') !== undefined
      const { value } = renderer.redirects(snapshot)
      const document = { collection: 'redirects', id: 'r', title: '/old/' }
      const leadsNowhere = { redirects: [], idle: [new CannotRender(document, 'to', 'it leads nowhere.')] }
      return { value: isThere ? value : leadsNowhere, reads: reading.reads() }
    }
    await site.restart({ ...renderer, redirects })
    await site.publish({ ...two, [key]: toB })
    const { outcomes, toProve, warnings } = await site.publish({ a, [key]: toB })
    expect(outcomes).toEqual([expect.objectContaining({ id: 'b', state: 'live', version: null })])
    expect([...toProve.redirects.ended]).toEqual([['/old/', '/articles/b/']])
    expect([warnings, site.store.current?.pins]).toEqual([[], []])
  })
})

describe('a template that fails', () => {
  const broken = { ...b, title: 'B new', broken: 'it breaks.' }

  test('stops the publish, says which page, and leaves the site as it was', async () => {
    await site.publish(two)
    const result = await site.publish({ a: { ...a, title: 'A again' }, b: broken })
    expect(result.trouble).toBe(
      'The page /articles/b/ cannot be rendered, so the site stays as it was. “B new”, field “body”: it breaks.',
    )
    expect(site.store.current?.number).toBe(1)
    expect(result.outcomes).toHaveLength(2)
    expect(result.outcomes).toContainEqual(
      expect.objectContaining({ id: 'a', state: 'failed', reason: result.trouble }),
    )
  })

  test('is no trouble any more as soon as what it failed with is gone', async () => {
    await site.publish(two)
    const failing = { ...two, c: { ...c, broken: 'it breaks.' } }
    expect((await site.publish(failing)).trouble).toContain('it breaks.')
    expect((await site.publish(failing)).trouble).toContain('it breaks.')
    const { trouble, outcomes } = await site.publish(two)
    expect(trouble).toBeUndefined()
    expect(outcomes).toEqual([expect.objectContaining({ id: 'c', version: null, state: 'live' })])
    expect((await site.publish(failing)).trouble).toContain('it breaks.')
  })

  test('is no reason for a withdrawal to wait', async () => {
    await site.publish({ a, b, c })
    const result = await site.publish({ a: { ...a, title: 'A again' }, b: broken })
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    expect(await site.read('index.html')).toContain('<title>A, B</title>')
    expect(result.trouble).toContain('it breaks.')
    expect(result.outcomes).toContainEqual(expect.objectContaining({ id: 'c', version: null, state: 'live' }))
    expect(site.store.current).toMatchObject({ number: 2, cause: 'withdrawal' })
  })

  test('in new templates: the withdrawal goes out with the old ones', async () => {
    await site.publish({ a, b, c })
    const failing = {
      ...renderer,
      build: 'build-2',
      render: () => Promise.reject(new Error('New and broken.')),
    }
    site = await engineSite(folder, failing, { [renderer.build]: renderer })
    site.snapshot({ a, b, c })
    const result = await site.publish(two)
    expect(result.trouble).toContain('New and broken.')
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    expect(await site.read('index.html')).toContain('<title>A, B</title>')
    expect(await site.read('articles/a/index.html')).toContain('<title>A</title>')
  })

  test.each([
    ['routes', 'The list of all pages cannot be made'],
    ['redirects', 'The list of redirects cannot be made'],
  ] as const)('when the %s are made: it is a trouble, and the withdrawal goes out', async (list, trouble) => {
    await site.publish({ a, b, c })
    const fails = (): never => {
      throw new TypeError('Invalid URL')
    }
    const failsWithRedirects = (snapshot: Snapshot) =>
      [...snapshot.documents.values()].some(({ fields }) => 'to' in fields)
        ? fails()
        : renderer[list](snapshot)
    await site.restart({ ...renderer, [list]: failsWithRedirects })
    const result = await site.publish({ a, b, 'redirects:r': { from: '/old/', to: 'http://' } })
    expect(result.trouble).toBe(`${trouble}, so the site stays as it was. Invalid URL`)
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    expect(result).toMatchObject({
      release: 2,
      toProve: { gone: ['/articles/c/'], withdrawn: ['/articles/c/'] },
    })
    expect(result.outcomes).toContainEqual(expect.objectContaining({ id: 'c', version: null, state: 'live' }))

    site = await engineSite(folder, { ...renderer, build: 'build-2', [list]: fails }, { 'build-1': renderer })
    site.snapshot(two)
    const { trouble: ofAll, toProve } = await site.publish({ a })
    expect(ofAll).toContain('Invalid URL')
    expect(toProve.withdrawn).toEqual(['/articles/b/'])
    expect(await site.read('index.html')).toContain('<title>A</title>')
    await site.engine.warmUp(new AbortController().signal)
    await site.rollback(1, { a })
    expect((await site.publish({ a, b })).trouble).toBeUndefined()
  })

  test('and cannot make a page without the withdrawn one: the page goes if it names it, and stays if not', async () => {
    await site.publish({ a, b, c })
    const failing = {
      ...renderer,
      build: 'build-2',
      render: () => Promise.reject(new Error('New and broken.')),
    }
    site = await engineSite(folder, failing)
    site.snapshot({ a, b, c })
    await site.publish(two)
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    expect(await site.read('index.html')).toBeUndefined()
    expect(await site.read('articles/a/index.html')).toContain('<title>A</title>')
    await site.restart({ ...renderer, build: 'build-3' })
    await site.publish(two)
    expect(await site.read('index.html')).toContain('<title>A, B</title>')
  })
})

describe('drawCards', () => {
  const goOn = new AbortController().signal
  const cardsShown = async () =>
    Promise.all(
      [...(site.store.current?.files.keys() ?? [])]
        .filter((file) => file.startsWith('cards/'))
        .map((file) => site.read(file)),
    )

  beforeEach(async () => {
    site = await engineSite(folder, await fakeRenderer(folder, {}, { withCards: true }))
  })

  test('puts cards in the place of the site’s own, each drawn once', async () => {
    await site.publish({ a: { ...a, card: 'Card A' }, b })
    expect(await cardsShown()).toEqual(['the site'])
    expect(await site.engine.drawCards(goOn)).toBe(true)
    expect(await cardsShown()).toEqual([expect.stringContaining('Card A')])
    await site.publish({ a: { ...a, title: 'A again', card: 'Card A' }, b })
    expect(await cardsShown()).toEqual([expect.stringContaining('Card A')])
    const { number } = site.store.current ?? {}
    expect(await site.engine.drawCards(goOn)).toBe(true)
    expect(site.store.current?.number).toBe(number)
  })

  test('takes a card away with the page that named it', async () => {
    await site.publish({ a: { ...a, card: 'Card A' }, b })
    await site.engine.drawCards(goOn)
    await site.publish({ b })
    expect(await cardsShown()).toEqual([])
  })

  test('draws nothing when told to stop, nor during a hold', async () => {
    await site.publish({ a: { ...a, card: 'Card A' }, b })
    await site.engine.drawCards(AbortSignal.abort())
    expect(await cardsShown()).toEqual(['the site'])
    await site.publish({ a: { ...a, card: 'Card A' }, b, c })
    await site.rollback(null, { a: { ...a, card: 'Card A' }, b, c })
    await site.engine.drawCards(goOn)
    expect(await cardsShown()).toEqual(['the site'])
  })
})

test('a page that went since it could not be rendered is tried again', async () => {
  await site.publish({ a, b, c })
  const failing: SiteRenderer['render'] = (path, snapshot) =>
    path === '/' ? Promise.reject(new Error('a bug')) : renderer.render(path, snapshot)
  await site.restart({ ...renderer, build: 'build-2', render: failing })
  const { trouble } = await site.publish(two)
  expect(await site.read('index.html')).toBeUndefined()
  expect(trouble).toContain('The page / cannot be rendered')
})

describe('a page that stayed since it could not be rendered', () => {
  test('is rendered again after a restart', async () => {
    await site.publish({ a, b, c })
    const failing: SiteRenderer['render'] = (path, snapshot) =>
      path === '/articles/b/' ? Promise.reject(new Error('a bug')) : renderer.render(path, snapshot)
    await site.restart({ ...renderer, render: failing })
    const { trouble } = await site.publish(two)
    expect(trouble).toContain('/articles/b/')
    expect(await site.read('articles/b/index.html')).toContain('<title>B</title>')
    await site.restart(renderer)
    expect(await renderedBy(() => site.publish(two))).toEqual(['/articles/b/'])
  })
})

describe('rollback', () => {
  const again = { a: { ...a, title: 'A again' }, b }

  test('brings the release before back, and holds the site there', async () => {
    await site.publish(two)
    await site.publish(again)
    const result = await site.rollback(null, again)
    expect(result).toMatchObject({ release: 1, rendered: 0, written: 2 })
    expect(await site.read('articles/a/index.html')).toContain('<title>A</title>')
    expect(site.store.hold).toMatchObject({ release: 1 })
    expect(result.toProve.shown.get('/articles/a/')).toBe(hashOf('articles/a/index.html'))
  })

  test('lets what is published meanwhile wait, also over a restart, until the site is resumed', async () => {
    await site.publish(two)
    await site.publish(again)
    await site.rollback(1, again)
    const waiting = await site.publish({ ...again, c })
    expect(waiting.outcomes.map(({ state }) => state)).toContain('held')
    await site.restart()
    await site.publish({ ...again, c })
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    await site.engine.resume()
    const resumed = await site.publish({ ...again, c })
    expect(resumed.release).toBe(3)
    expect(await site.read('articles/a/index.html')).toContain('A again')
    expect(await site.read('articles/c/index.html')).toContain('C')
    expect(resumed.outcomes.every(({ state }) => state === 'live')).toBe(true)
  })

  test('does not let a withdrawal wait', async () => {
    await site.publish({ a, b, c })
    await site.publish({ ...again, c })
    await site.rollback(1, { ...again, c })
    const result = await site.publish(again)
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    expect(await site.read('index.html')).toContain('<title>A, B</title>')
    expect(result.outcomes).toContainEqual(expect.objectContaining({ id: 'c', state: 'live' }))
  })

  test('holds the site at the release that a withdrawal makes, since then as before', async () => {
    await site.publish({ a, b, c })
    await site.publish({ ...again, c })
    await site.rollback(1, { ...again, c })
    const since = site.store.hold?.since
    const { release, outcomes } = await site.publish(again)
    expect(release).toBe(3)
    expect(site.store.hold).toEqual({ release, origin: 1, since })
    expect(outcomes).toContainEqual(expect.objectContaining({ id: 'a', state: 'held', release }))
    await site.restart()
    expect(site.store.hold).toEqual({ release, origin: 1, since })
    expect((await site.rollback(2, again)).release).toBe(site.store.hold?.release)
    await site.engine.resume()
    expect((await site.publish(again)).trouble).toBeUndefined()
    expect(await site.read('articles/a/index.html')).toContain('A again')
  })

  test('goes back further from the release that was brought back, not to one that was undone', async () => {
    await site.publish({ a, b, c })
    await site.publish({ a: { ...a, title: 'Good' }, b, c })
    await site.publish({ a: { ...a, title: 'Bad' }, b, c })
    const bad = { ...a, title: 'Bad' }
    await site.rollback(null, { a: bad, b, c })
    await site.publish({ a: bad, b })
    expect(await site.read('articles/a/index.html')).toContain('<title>Good</title>')
    await site.restart()
    await site.rollback(null, { a: bad, b })
    expect(await site.read('articles/a/index.html')).toContain('<title>A</title>')
    expect(site.store.hold).toMatchObject({ release: 5, origin: 1 })
    await expect(site.rollback(null, { a: bad, b })).rejects.toThrow('no release before')
  })

  test('never brings back what was withdrawn since', async () => {
    await site.publish({ a, b, c })
    await site.publish({ ...again, c })
    await site.publish(again)
    const result = await site.rollback(1, again)
    expect(await site.read('articles/a/index.html')).toContain('<title>A</title>')
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    expect(await site.read('index.html')).toContain('<title>A, B</title>')
    expect(site.store.current).toMatchObject({ cause: 'rollback' })
    expect(site.store.hold?.release).toBe(result.release)
  })

  test('renders what differs from what is shown, not all that named what was withdrawn since', async () => {
    site.library.set('dog.webp', 'a dog')
    await site.publish({ a, b, c })
    const pictured = { a: { ...a, picture: 'dog.webp' }, b }
    await site.publish({ ...pictured, c })
    await site.publish(pictured)
    expect(await renderedBy(() => site.rollback(1, pictured))).toEqual(['/articles/a/'])
    expect(await site.read('articles/c/index.html')).toBeUndefined()
    expect(site.store.current?.files.has('media/hashed-dog.webp')).toBe(false)
  })

  test('leaves the site as it was, held or not, when the release cannot be made without what is gone since', async () => {
    const earlier = { 'build-1': renderer }
    site = await engineSite(folder, renderer, earlier)
    await site.publish({ a, b, c })
    await site.restart({ ...renderer, build: 'build-2' })
    await site.publish({ ...again, c })
    await site.publish(again)
    const routes: SiteRenderer['routes'] = (snapshot) => {
      if (!snapshot.documents.has('articles:c')) throw new TypeError('it breaks.')
      return renderer.routes(snapshot)
    }
    earlier['build-1'] = { ...renderer, routes }
    const present = site.store.current?.number

    await expect(site.rollback(1, again)).rejects.toThrow('it breaks.')
    expect(await site.read('articles/a/index.html')).toContain('<title>A again</title>')
    expect(site.store.current?.number).toBe(present)
    expect(site.store.hold).toBeUndefined()

    await site.rollback(2, again)
    const { current, hold } = site.store
    await expect(site.rollback(1, again)).rejects.toThrow('it breaks.')
    expect(site.store).toMatchObject({ current, hold })
    await site.restart()
    expect(site.store.hold).toEqual(hold)
  })

  test('is refused when a page of it cannot be rendered any more, and the site stays as it was', async () => {
    await site.publish({ a, b, c })
    await site.publish({ ...again, c })
    await site.publish(again)
    const failing: SiteRenderer['render'] = (path, snapshot) =>
      path === '/articles/a/' ? Promise.reject(new Error('it breaks.')) : renderer.render(path, snapshot)
    await site.restart({ ...renderer, render: failing })
    await expect(site.rollback(1, again)).rejects.toThrow(
      /^Release 1 cannot be shown without what was withdrawn since\. The page \/articles\/a\/ .*it breaks\.$/,
    )
    expect(site.store.current?.number).toBe(3)
    expect(site.store.hold).toBeUndefined()
  })

  test('refuses a release that there is not', async () => {
    await site.publish(two)
    await expect(site.rollback(7, two)).rejects.toThrow('There is no release 7.')
    await expect(site.rollback(null, two)).rejects.toThrow('no release before')
    expect(site.store.hold).toBeUndefined()
  })
})
