import { describe, expect, test } from '@jest/globals'
import { EXISTENCE } from '../../content/field-set.ts'
import { SITE_URL, TODAY } from '../../content/reads.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { Release } from '../store/release.ts'
import { nearest } from './nearest.ts'
import { ReadsIndex } from './reads-index.ts'
import type { ShownSite } from './shown-site.ts'
import { NOTHING } from './taken-together.ts'

const wanted: Snapshot = { documents: new Map(), today: '2026-11-20', siteUrl: 'https://site.example' }

const BUILD = 'build-1'

/** A site with so many pages that read the date, and so many that read the address of the site. */
function siteOf(
  snapshot: Partial<Snapshot>,
  pages: { date: number; address: number },
  build = BUILD,
): ShownSite {
  const reads = new ReadsIndex()
  for (let page = 0; page < pages.date; page += 1) reads.set(`/date-${page}/`, [[TODAY, EXISTENCE]])
  for (let page = 0; page < pages.address; page += 1) reads.set(`/address-${page}/`, [[SITE_URL, EXISTENCE]])
  return {
    release: { build } as Release,
    seenBy: build,
    snapshot: { ...wanted, ...snapshot },
    paths: [],
    pages: new Map(),
    together: NOTHING,
    redirects: [],
    reads,
  }
}

describe('nearest', () => {
  const tomorrow = { today: '2026-11-21' }
  const moved = { siteUrl: 'https://other.example' }

  test('is the present site when few of its pages differ, without a look at the earlier one', async () => {
    const present = siteOf(tomorrow, { date: 100, address: 0 })
    const earlier = () => Promise.reject(new Error('It was looked at.'))
    expect(await nearest(wanted, present, BUILD, earlier)).toBe(present)
  })

  test.each([
    [150, 200, 'present'],
    [200, 150, 'earlier'],
  ])(
    'with %d pages from the present one and %d from the earlier one, is the %s one',
    async (date, address, which) => {
      const sites = {
        present: siteOf(tomorrow, { date, address }),
        earlier: siteOf(moved, { date, address }),
      }
      const chosen = await nearest(wanted, sites.present, BUILD, () => Promise.resolve(sites.earlier))
      expect(chosen).toBe(sites[which as keyof typeof sites])
    },
  )

  test('is the earlier one when there is no other, or that has other templates', async () => {
    const site = siteOf(moved, { date: 0, address: 500 })
    const earlier = () => Promise.resolve(site)
    const other = siteOf(tomorrow, { date: 1, address: 0 }, 'build-2')
    expect(await nearest(wanted, undefined, BUILD, earlier)).toBe(site)
    expect(await nearest(wanted, other, BUILD, earlier)).toBe(site)
    expect(await nearest(wanted, { ...other, seenBy: BUILD }, BUILD, earlier)).toBe(site)
  })
})
