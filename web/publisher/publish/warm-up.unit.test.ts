import { describe, expect, test } from '@jest/globals'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { engineSite } from '../testing/engine-site.ts'
import { fakeRenderer } from '../testing/fake-renderer.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import type { SiteRenderer } from './site-renderer.ts'
import { warmUp } from './warm-up.ts'

const never = new AbortController().signal
const snapshot = fixtureSnapshot()
const paths = Array.from({ length: 1000 }, (_, index) => `/${index}/`)

/** Notes what is rendered. */
const noting = async (before: (path: string) => Promise<void> | void = () => undefined) => {
  const fake = await fakeRenderer(await temporaryFolder())
  const rendered: string[] = []
  const renderer: SiteRenderer = {
    ...fake,
    render: async (path) => {
      rendered.push(path)
      await before(path)
      return fake.render('/', snapshot)
    },
  }
  return { renderer, rendered }
}

describe('before the first edit', () => {
  test('pages from all parts of a large site are rendered, and all of a small one', async () => {
    const large = await noting()
    expect(await warmUp({ paths, snapshot }, large.renderer, never)).toBe(true)
    expect(large.rendered).toHaveLength(200)
    expect(large.rendered.slice(0, 3)).toEqual(['/0/', '/5/', '/10/'])
    expect(large.rendered.at(-1)).toBe('/995/')
    const small = await noting()
    await warmUp({ paths: ['/a/', '/b/'], snapshot }, small.renderer, never)
    expect(small.rendered).toEqual(['/a/', '/b/'])
  })

  test('a page that cannot be rendered is left to whoever publishes it', async () => {
    const { renderer, rendered } = await noting((path) => {
      if (path === '/a/') throw new Error('no')
    })
    expect(await warmUp({ paths: ['/a/', '/b/'], snapshot }, renderer, never)).toBe(true)
    expect(rendered).toEqual(['/a/', '/b/'])
  })

  test('it stops when there is something to publish', async () => {
    const stop = new AbortController()
    const { renderer, rendered } = await noting((path) => {
      if (path === '/10/') stop.abort()
    })
    expect(await warmUp({ paths, snapshot }, renderer, stop.signal)).toBe(false)
    expect(rendered).toEqual(['/0/', '/5/', '/10/'])
  })

  test('an engine does it once for its templates, and writes nothing', async () => {
    const { renderer, rendered } = await noting()
    const site = await engineSite(await temporaryFolder(), renderer)
    await site.engine.warmUp(never)
    expect(rendered).toEqual([])
    await site.publish({ a: { slug: 'a', title: 'A' } })
    rendered.splice(0)
    await site.engine.warmUp(never)
    expect(rendered.length).toBeGreaterThan(0)
    expect(site.store.current?.number).toBe(1)
    rendered.splice(0)
    await site.engine.warmUp(never)
    expect(rendered).toEqual([])
  })
})
