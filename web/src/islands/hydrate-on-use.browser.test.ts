import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { preparePath } from '@careword/shared/paths.ts'
import type { Page } from 'playwright-core'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { browseSite, type BrowsedSite } from '../../renderer/site-for-browser-tests.ts'

const BUILD_TIME_MS = 300_000
/** Astro asks for a script that it could not get once more, a second later, with `?astro-retry=` behind its address. */
const SCRIPTS = '**/_astro/*.js*'

let site: BrowsedSite

beforeAll(async () => {
  site = await browseSite(fixtureSnapshot())
}, BUILD_TIME_MS)
afterAll(() => site.close())

/** Keeps scripts from the page. @returns lets them through */
async function holdScripts(page: Page): Promise<() => void> {
  const released = Promise.withResolvers<undefined>()
  await page.route(SCRIPTS, async (route) => {
    await released.promise
    await route.continue()
  })
  return () => {
    released.resolve(undefined)
  }
}

const scriptAsked = (page: Page) => page.waitForRequest(SCRIPTS)

describe('an island', () => {
  test.each([
    ['/search/', '#search_field'],
    ['/faqs/', '.finder input'],
    ['/faqs/', '.search-open'],
    [preparePath, '#own_question'],
  ])('of %s brings no script before somebody goes into %s', async (path, part) => {
    const { page, complaints } = await site.open(path)
    await page.waitForLoadState('networkidle')
    const scripts = await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length,
    )
    expect(scripts).toBe(0)
    const island = page.locator('astro-island', { has: page.locator(part) })
    await page.locator(part).focus()
    await island.locator('[data-ready]').first().waitFor({ state: 'attached' })
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('brings its scripts when a mouse comes, and not when a finger passes', async () => {
    const { page, watchRequests } = await site.open(preparePath)
    const asked = watchRequests()
    const pass = (pointerType: string) =>
      page.locator('.planner legend').first().dispatchEvent('pointerover', { pointerType, bubbles: true })
    await pass('touch')
    // An island that wakes asks for its script at once; two frames later the page has had its turn.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    expect(asked).toEqual([])
    await pass('mouse')
    await page.locator('.planner[data-ready]').waitFor()
    await page.context().close()
  })
})

describe('when the scripts cannot be had', () => {
  test('somebody who goes on typing hears of it once', async () => {
    const { page } = await site.open('/faqs/')
    await page.route(SCRIPTS, (route) => route.abort())
    await page.evaluate(() => {
      const told = { times: 0 }
      new MutationObserver((changes) => {
        for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
          if (node instanceof Element && node.role === 'alert') told.times += 1
      }).observe(document.body, { subtree: true, childList: true })
      Object.assign(window, { told })
    })
    const failed = () => page.waitForEvent('requestfailed')
    for (const letter of 'drive') {
      const failure = failed()
      await page.getByLabel('Find a question').press(letter)
      await failure
    }
    await page.getByRole('alert').waitFor()
    expect(await page.evaluate(() => (window as unknown as { told: object }).told)).toEqual({ times: 1 })
    await page.context().close()
  })
})

describe('while the scripts are on their way', () => {
  test('a search keeps each letter, and Enter sends none of them to the server', async () => {
    const { page } = await site.open('/search/')
    const release = await holdScripts(page)
    const asked = scriptAsked(page)
    await page.getByLabel('What are you looking for?').focus()
    await page.keyboard.type('memory')
    await page.keyboard.press('Enter')
    await asked
    release()
    await page.locator('.search-results').getByText('Will it change my memory?').waitFor()
    await page.waitForURL('**/search/#q=memory')
    expect(await page.getByLabel('What are you looking for?').inputValue()).toBe('memory')
    await page.context().close()
  })

  test('the finder keeps what is typed and chosen', async () => {
    const { page } = await site.open('/faqs/')
    const release = await holdScripts(page)
    const asked = scriptAsked(page)
    await page.getByLabel('Find a question').pressSequentially('drive')
    await page.getByLabel('Topic').selectOption({ label: 'Safety' })
    await asked
    release()
    await page.locator('.finder [role=status]').getByText('1 question').waitFor()
    await page.waitForURL('**/faqs/?topic=safety#words=drive')
    expect(await page.getByLabel('Topic').inputValue()).toBe('safety')
    await page.context().close()
  })

  test('“/” opens the dialog at once, and what is done in it is taken up', async () => {
    const { page } = await site.open('/faqs/')
    const release = await holdScripts(page)
    const asked = scriptAsked(page)
    await page.keyboard.press('/')
    await page.keyboard.type('bladder')
    const dialog = page.getByRole('dialog', { name: 'Search' })
    expect(await dialog.getByRole('searchbox').inputValue()).toBe('bladder')
    await dialog.getByRole('checkbox').uncheck()
    await asked
    release()
    await dialog.getByRole('link', { name: 'Depression that treatment has not helped enough' }).waitFor()
    expect(await dialog.getByRole('checkbox').isChecked()).toBe(false)
    await page.context().close()
  })

  test('“/” is left alone as soon as it is turned off', async () => {
    const { page } = await site.open('/faqs/')
    const release = await holdScripts(page)
    await page.getByRole('button', { name: 'Search the whole site' }).click()
    const dialog = page.getByRole('dialog', { name: 'Search' })
    await dialog.getByRole('checkbox').uncheck()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('/')
    expect(await dialog.isVisible()).toBe(false)
    release()
    await page.locator('.search-opener[data-ready]').waitFor()
    await page.keyboard.press('/')
    expect(await dialog.isVisible()).toBe(false)
    await page.context().close()
  })

  test('a question of one’s own is added once', async () => {
    const { page } = await site.open(preparePath)
    const release = await holdScripts(page)
    const asked = scriptAsked(page)
    await page.getByLabel('Add a question of your own').pressSequentially('May I bring my dog?')
    await page.keyboard.press('Enter')
    await asked
    release()
    await page.getByRole('checkbox', { name: 'May I bring my dog?' }).waitFor()
    expect(await page.getByRole('checkbox', { name: 'May I bring my dog?' }).count()).toBe(1)
    expect(new URL(page.url()).search).toBe('')
    await page.context().close()
  })

  test.each([
    ['a script', SCRIPTS],
    ['a script that another one imports', '**/_astro/SearchForm.*.js*'],
    ['the engine', '**/_astro/site-search.*.js*'],
  ])('nothing is lost when %s cannot be had: the next try brings it', async (_, part) => {
    const { page } = await site.open('/search/')
    await page.route(part, (route) => route.abort())
    await page.getByLabel('What are you looking for?').pressSequentially('mem')
    const trouble = page.getByText('This part of the page could not be loaded.')
    await trouble.waitFor()
    await page.unroute(part)
    await page.keyboard.type('ory')
    await page.locator('.search-results').getByText('Will it change my memory?').waitFor()
    expect(await page.getByLabel('What are you looking for?').inputValue()).toBe('memory')
    expect(await trouble.count()).toBe(0)
    await page.context().close()
  })

  test('a dialog can be closed when they cannot be had', async () => {
    const { page } = await site.open('/faqs/')
    await page.route(SCRIPTS, (route) => route.abort())
    await page.getByRole('button', { name: 'Search the whole site' }).click()
    const dialog = page.getByRole('dialog', { name: 'Search' })
    await dialog.getByRole('alert').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    expect(await dialog.isVisible()).toBe(false)
    await page.context().close()
  })

  test('a connection that comes back is a new try', async () => {
    const { page } = await site.open('/faqs/')
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await page.keyboard.press('/')
    await page.keyboard.type('bladder')
    const dialog = page.getByRole('dialog', { name: 'Search' })
    await dialog.getByRole('alert').waitFor()
    await page.context().setOffline(false)
    await dialog.getByRole('link', { name: 'Depression that treatment has not helped enough' }).waitFor()
    expect(await dialog.getByRole('searchbox').inputValue()).toBe('bladder')
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.context().close()
  })
})
