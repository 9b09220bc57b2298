import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { browseSite, type BrowsedSite } from '../../renderer/site-for-browser-tests.ts'

const BUILD_TIME_MS = 300_000
/** Longer than the finder waits before it writes or tells anything. */
const SETTLED_MS = 1000

let site: BrowsedSite

beforeAll(async () => {
  site = await browseSite(fixtureSnapshot())
}, BUILD_TIME_MS)
afterAll(() => site.close())

const shownQuestions = (page: Page) => page.locator('.question-group li:visible').allInnerTexts()
const count = (page: Page) => page.locator('.finder [role=status]')

describe('the finder on the page of all questions', () => {
  test('leaves the questions that have all the words, their topics, and the links to those', async () => {
    const { page, complaints } = await site.open('/faqs/')
    const finder = page.getByLabel('Find a question')
    await finder.waitFor({ state: 'visible' })
    await finder.fill('CHANGE  memory')
    await expectText(page, '1 question')
    expect(await shownQuestions(page)).toEqual(['Will it change my memory?'])
    expect(await page.getByRole('heading', { level: 2, name: 'Treatment' }).isVisible()).toBe(false)
    expect(await page.locator('.on-this-page li:visible').allInnerTexts()).toEqual(['Safety'])

    await finder.fill('“my-memory”')
    await expectText(page, '1 question')

    await finder.fill('zzz')
    await expectText(page, 'No question fits')
    expect(await shownQuestions(page)).toEqual([])
    const onThisPage = page.getByRole('heading', { name: 'On this page' })
    expect(await onThisPage.isVisible()).toBe(false)
    const further = count(page).getByRole('link', { name: 'Search the whole site' })
    expect(await further.getAttribute('href')).toBe('/search/#q=zzz')

    await finder.fill('')
    await expectText(page, '4 questions')
    expect(await shownQuestions(page)).toHaveLength(4)
    expect(await onThisPage.isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('leads whoever may need help at once to the crisis lines, and tells nobody in distress to try other words', async () => {
    const { page, complaints } = await site.open('/faqs/')
    const finder = page.getByLabel('Find a question')
    await finder.fill('I want to die')
    await expectText(page, 'Help in a crisis is shown first.')
    expect(await count(page).innerText()).not.toMatch(/other words/)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#crisis_help')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.id === 'crisis_help')
    expect(await finder.inputValue()).toBe('I want to die')

    await finder.fill('drive')
    await expectText(page, '1 question')
    expect(await page.locator('.finder section').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('keeps the wish in the address, and takes it from there', async () => {
    const { page } = await site.open('/faqs/?condition=treatment-resistant-depression')
    await expectText(page, '2 questions')
    expect(await page.getByLabel('Condition').inputValue()).toBe('treatment-resistant-depression')
    await page.getByLabel('Topic').selectOption({ label: 'Safety' })
    await expectText(page, '1 question')
    expect(await shownQuestions(page)).toEqual(['When can I drive again?'])
    await page.waitForURL('**/faqs/?condition=treatment-resistant-depression&topic=safety')
    await page.context().close()
  })

  test('takes words that come into the address, and keeps its own when one goes to a place on the page', async () => {
    const { page } = await site.open('/faqs/#words=drive')
    await expectText(page, '1 question')
    await page.evaluate(() => {
      location.hash = '#words=memory'
    })
    await page.getByText('Will it change my memory?').waitFor()
    expect(await page.getByLabel('Find a question').inputValue()).toBe('memory')
    // Asked for before the click: the finder writes its own words again after a pause, and who looks at the
    // address from time to time can miss the one between.
    const atPlace = page.waitForEvent('framenavigated', (frame) => !frame.url().endsWith('#words=memory'))
    await page.locator('.on-this-page a:visible').first().click()
    await atPlace
    await page.waitForURL('**/faqs/#words=memory')
    expect(await shownQuestions(page)).toEqual(['Will it change my memory?'])
    await page.context().close()
  })

  test('writes the address and tells the number when typing pauses, not for each letter', async () => {
    const { page } = await site.open('/faqs/')
    await page.getByLabel('Find a question').focus()
    await page.locator('.finder[data-ready]').waitFor()
    await page.waitForTimeout(SETTLED_MS)
    await page.evaluate(() => {
      const counts = { addresses: 0, sentences: 0 }
      const write = history.replaceState.bind(history)
      history.replaceState = (...values) => {
        counts.addresses += 1
        write(...values)
      }
      const status = document.querySelector('.finder [role=status]')
      new MutationObserver(() => {
        counts.sentences += 1
      }).observe(status ?? document, { subtree: true, childList: true, characterData: true })
      Object.assign(window, { counts })
    })
    await page.keyboard.type('change memory', { delay: 30 })
    expect(await shownQuestions(page)).toEqual(['Will it change my memory?'])
    await expectText(page, '1 question')
    await page.waitForURL('**/faqs/#words=change+memory')
    const counts = await page.evaluate(() => (window as unknown as { counts: object }).counts)
    expect(counts).toEqual({ addresses: 1, sentences: expect.any(Number) })
    expect((counts as { sentences: number }).sentences).toBeLessThanOrEqual(2)
    await page.context().close()
  })

  test('wants nothing that its fields cannot show', async () => {
    const { page } = await site.open('/faqs/?condition=gone&topic=gone')
    await page.locator('.finder[data-ready]').waitFor()
    await page.waitForURL('**/faqs/')
    expect(await shownQuestions(page)).toHaveLength(4)
    await page.context().close()
  })

  test('is not there without scripts, and every question is', async () => {
    const { page } = await site.open('/faqs/', { javaScriptEnabled: false })
    expect(await page.locator('.finder').isVisible()).toBe(false)
    expect(await shownQuestions(page)).toHaveLength(4)
    await page.context().close()
  })
})

async function expectText(page: Page, text: string): Promise<void> {
  await count(page).filter({ hasText: text, visible: true }).waitFor()
}
