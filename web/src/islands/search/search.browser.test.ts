import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { search } from '../../../content/fixtures/globals.ts'
import { fixtureSnapshot } from '../../../content/fixtures/snapshot.ts'
import { browseSite, type BrowsedSite } from '../../../renderer/site-for-browser-tests.ts'

const BUILD_TIME_MS = 300_000

const synonyms: PublicDocument<'search'> = {
  ...search,
  version: 'with synonyms',
  fields: { synonyms: [{ words: ['esketamine', 'Spravato'] }] },
}

let site: BrowsedSite

beforeAll(async () => {
  site = await browseSite(fixtureSnapshot({ documents: [synonyms], older: 12 }))
}, BUILD_TIME_MS)
afterAll(() => site.close())

const field = (page: Page) => page.getByLabel('What are you looking for?')
const results = (page: Page) => page.locator('.search-results a')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

const openSearch = (path = '/search/') => site.open(path)

describe('the search page', () => {
  test('is used with the keyboard alone, and asks nobody for what is typed', async () => {
    const { page, complaints, watchRequests } = await openSearch()
    const asked = watchRequests()
    await field(page).focus()
    await page.keyboard.type('spravto drive', { delay: 5 })
    await page.keyboard.press('Control+A')
    await page.keyboard.type('drive')
    await page.locator('.search-count').getByText('for “drive”').waitFor()
    await page.getByRole('heading', { name: 'Answers' }).waitFor()
    await page.getByText('The next day, after a good night’s sleep.').waitFor()
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((path) => !/^\/(?:search\/[\w/-]+\.json|_astro\/[\w.-]+\.js)$/.test(path))).toEqual(
      [],
    )

    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('When can I drive again?')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('Getting ready for your first esketamine visit')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('When can I drive again?')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/faqs/driving-after-treatment/')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('tells how many pages it found, politely', async () => {
    const { page } = await openSearch()
    await field(page).fill('spravto')
    await page.getByRole('status').getByText('1 page for “spravto”.').waitFor({ state: 'attached' })
    await field(page).fill('xyzzy')
    await page.getByRole('status').getByText('Nothing found for “xyzzy”').waitFor({ state: 'attached' })
    expect(await results(page).count()).toBe(0)
    await page.context().close()
  })

  test('shows the rest on demand, and goes on reading where it begins', async () => {
    const { page } = await site.open('/search/#q=living')
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
    expect(await focused(page)).toBe(await results(page).nth(8).textContent())
    await field(page).fill('livin')
    await field(page).fill('living')
    await page.locator('.search-count').getByText('for “living”').waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search_field')
    await page.context().close()
  })

  test.each(['suicide', 'kill myself', '988', '833-773-2445'])(
    'shows the crisis lines first for “%s”',
    async (query) => {
      const { page } = await openSearch()
      await field(page).fill(query)
      const call = page.locator('.site-search').getByRole('link', { name: 'Call 988' })
      await call.waitFor()
      expect(await call.getAttribute('href')).toBe('tel:988')
      const first = await page.locator('.site-search a').first().textContent()
      expect(first).toBe('Call 911')
      await page.context().close()
    },
  )

  test.each(['/search/#q=esketamine', '/search/?q=esketamine'])(
    'finds again what the address %s asks for, and keeps it where no server sees it',
    async (path) => {
      const { page } = await openSearch(path)
      await results(page).first().waitFor()
      expect(await field(page).inputValue()).toBe('esketamine')
      await page.waitForURL('**/search/#q=esketamine')
      await field(page).fill('memory')
      await page.waitForURL('**/search/#q=memory')
      await page.reload()
      await results(page).getByText('Will it change my memory?').waitFor()
      await field(page).fill('')
      await page.waitForURL('**/search/')
      await page.context().close()
    },
  )

  test.each(['Skip to main content', 'All crisis help'])(
    'goes on looking for the same after the link “%s” to a place on the page',
    async (name) => {
      const { page } = await openSearch('/search/#q=memory')
      await results(page).first().waitFor()
      const link = page.getByRole('link', { name })
      const place = ((await link.getAttribute('href')) ?? '').slice(1)
      await link.focus()
      await page.keyboard.press('Enter')
      await page.waitForFunction((id) => document.activeElement?.id === id, place)
      await page.waitForURL('**/search/#q=memory')
      expect(await field(page).inputValue()).toBe('memory')
      expect(await results(page).count()).toBeGreaterThan(0)
      await page.context().close()
    },
  )

  test('leads by the arrow keys to the button for more, and leaves them to whoever marks words', async () => {
    const { page } = await openSearch('/search/#q=living')
    const more = page.getByRole('button', { name: /^Show \d+ more$/ })
    await more.waitFor()
    await results(page).last().focus()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(await more.textContent())
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(await more.textContent())
    await page.keyboard.press('ArrowUp')
    expect(await focused(page)).toBe(await results(page).last().textContent())
    await field(page).focus()
    await page.keyboard.press('Shift+ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search_field')
    await page.context().close()
  })

  test('is on paper with what was found, without what one can only press', async () => {
    const { page } = await openSearch('/search/#q=living')
    await results(page).first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.search-count').isVisible()).toBe(true)
    expect(await results(page).first().isVisible()).toBe(true)
    expect(await field(page).isVisible()).toBe(false)
    expect(await page.locator('.search-more').isVisible()).toBe(false)
    await page.context().close()
  })

  test('says when the index cannot be had, and works as soon as it can', async () => {
    const { page } = await openSearch()
    await page.route('**/search/start.json', (route) => route.abort())
    await field(page).fill('memory')
    await page.getByText('The search could not be loaded.').first().waitFor()
    await page.unroute('**/search/start.json')
    await field(page).fill('memory ')
    await field(page).fill('memor')
    await results(page).first().waitFor()
    expect(await results(page).count()).toBeGreaterThan(0)
    await page.context().close()
  })

  test('without scripts says why there is no field, and leads on', async () => {
    const { page, complaints } = await site.open('/search/', { javaScriptEnabled: false })
    expect(await field(page).isVisible()).toBe(false)
    expect(await page.getByText('It needs JavaScript').isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'Post-traumatic stress' }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'When can I drive again?' }).isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('the search dialog', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' })

  const openQuestions = () => site.open('/faqs/')

  test('opens with the key “/”, searches, and gives the focus back', async () => {
    const { page, complaints } = await openQuestions()
    await page.getByRole('button', { name: 'Search the whole site' }).focus()
    await page.keyboard.press('/')
    await dialog(page).waitFor()
    await page.keyboard.type('bladder')
    await dialog(page)
      .getByRole('link', { name: 'Depression that treatment has not helped enough' })
      .waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('Depression that treatment has not helped enough')
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
    expect(await focused(page)).toContain('Search the whole site')
    await page.keyboard.press('Enter')
    await dialog(page).getByRole('link', { name: 'Open the search page' }).click()
    await page.waitForURL('**/search/#q=bladder')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('closes when it leads to the crisis lines of the page, so that they can be reached', async () => {
    const { page } = await openQuestions()
    await page.route('**/search/start.json', (route) => route.abort())
    await page.getByRole('button', { name: 'Search the whole site' }).click()
    await dialog(page).getByLabel('What are you looking for?').fill('suicide')
    await dialog(page).getByRole('link', { name: 'The crisis lines are at the end' }).click()
    await dialog(page).waitFor({ state: 'hidden' })
    const isThere = await page.waitForFunction(() => document.activeElement?.id === 'crisis_help')
    expect(await isThere.jsonValue()).toBe(true)
    await page.context().close()
  })

  test('leaves “/” alone in a field, and where it was turned off', async () => {
    const { page } = await openQuestions()
    await page.getByRole('searchbox').first().focus()
    await page.keyboard.press('/')
    expect(await dialog(page).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Search the whole site' }).click()
    await dialog(page).getByRole('checkbox').uncheck()
    await dialog(page).getByRole('button', { name: 'Close' }).click()
    await dialog(page).waitFor({ state: 'hidden' })
    await page.keyboard.press('/')
    expect(await dialog(page).isVisible()).toBe(false)
    await page.reload()
    await page.locator('.search-opener[data-ready]').waitFor()
    await page.keyboard.press('/')
    expect(await dialog(page).isVisible()).toBe(false)
    await page.context().close()
  })
})
