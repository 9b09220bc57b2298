import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { pageTypes } from './page-types-for-tests.ts'
import { browseSite, type BrowsedSite } from './site-for-browser-tests.ts'

const BUILD_TIME_MS = 300_000
const PAGE_TIME_MS = 60_000
/** What a small phone shows, and what is left of a larger screen that is magnified four times. */
const NARROWEST_PX = 320

/** As long as names of chemicals and pasted addresses are. */
const LONG_WORD = 'methylenedioxymethamphetaminehydrochloridemonohydrateintravenousinfusion'

/** The site of the fixtures, with a long word in everything that names something. */
function namedAtLength() {
  const snapshot = fixtureSnapshot({ older: 25 })
  for (const { fields } of snapshot.documents.values())
    for (const name of ['title', 'name', 'question', 'role', 'credentials'])
      if (name in fields) Object.assign(fields, { [name]: `About ${LONG_WORD}` })
  return snapshot
}

describe('a site with words that are wider than a phone', () => {
  let site: BrowsedSite

  beforeAll(async () => {
    site = await browseSite(namedAtLength())
  }, BUILD_TIME_MS)
  afterAll(() => site.close())

  test.each(pageTypes)(
    '%s breaks them, and needs no sideways scrolling',
    async (path) => {
      const { page } = await site.open(path, { viewport: { width: NARROWEST_PX, height: 640 } })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROWEST_PX)
      await page.context().close()
    },
    PAGE_TIME_MS,
  )
})
