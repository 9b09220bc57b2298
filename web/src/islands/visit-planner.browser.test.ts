import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { violations } from '../../renderer/axe-for-tests.ts'
import { browseSite, type BrowsedSite } from '../../renderer/site-for-browser-tests.ts'

const BUILD_TIME_MS = 300_000

let site: BrowsedSite

beforeAll(async () => {
  site = await browseSite(fixtureSnapshot())
}, BUILD_TIME_MS)
afterAll(() => site.close())

const path = '/prepare-for-your-visit/'

async function addQuestion(page: Page, question: string): Promise<void> {
  await page.getByLabel('Add a question of your own').fill(question)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}

async function expectSaid(page: Page, sentence: string): Promise<void> {
  await page.getByRole('status').getByText(sentence).waitFor()
}

describe('the checklist for a visit', () => {
  test('takes questions of one’s own and saves what is ticked, without asking the network for anything', async () => {
    const { page, complaints, watchRequests } = await site.open(path)
    await page.getByLabel('Add a question of your own').focus()
    await page.locator('.planner[data-ready]').waitFor()
    await page.waitForLoadState('networkidle')
    const asked = watchRequests()

    await page.getByLabel('Can someone stay with me?').check()
    await addQuestion(page, 'May I bring my dog?')
    await expectSaid(page, 'Added: May I bring my dog?')
    await addQuestion(page, 'May I bring my dog?')
    await expectSaid(page, 'This question is on your list already.')
    expect(await page.getByRole('checkbox', { name: 'May I bring my dog?' }).count()).toBe(1)
    expect(await violations(page)).toEqual([])

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as text' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('my-visit.txt')
    expect(await readFile(await download.path(), 'utf8')).toBe(
      'My visit\n\nAbout the day\n[ ] Can someone stay with me?\n\nMy own questions\n[ ] May I bring my dog?\n',
    )
    expect(asked.filter((address) => !address.startsWith('blob:'))).toEqual([])

    await page.getByRole('button', { name: 'Remove: May I bring my dog?' }).click()
    await expectSaid(page, 'Removed: May I bring my dog?')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('own_question')
    expect(await page.getByText('My own questions').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('keeps a question that was written and not added, when the list is saved or printed', async () => {
    const { page } = await site.open(path)
    await page.evaluate(() => {
      window.print = () => {
        const asked = [...document.querySelectorAll<HTMLInputElement>('.planner :checked')]
        Object.assign(window, { printed: asked.map(({ value }) => value) })
      }
    })
    const own = page.getByLabel('Add a question of your own')
    await own.fill('May I bring my dog?')
    await page.getByRole('button', { name: 'Print my list' }).click()
    await page.getByRole('checkbox', { name: 'May I bring my dog?' }).waitFor()
    expect(await page.evaluate(() => (window as unknown as { printed?: string[] }).printed)).toEqual([
      'May I bring my dog?',
    ])
    await own.fill('And my cat?')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as text' }).click(),
    ])
    expect(await readFile(await download.path(), 'utf8')).toBe(
      'My visit\n\nMy own questions\n[ ] May I bring my dog?\n[ ] And my cat?\n',
    )
    expect(await own.inputValue()).toBe('')
    await page.context().close()
  })

  test('says the same again to whoever does the same again', async () => {
    const { page } = await site.open(path)
    const add = page.getByRole('button', { name: 'Add', exact: true })
    await add.click()
    await expectSaid(page, 'Write a question first.')
    const changed = page.evaluate(
      () =>
        new Promise((resolve) => {
          const status = document.querySelector('.planner [role=status]')
          new MutationObserver(() => {
            resolve(status?.textContent)
          }).observe(status ?? document, { childList: true })
        }),
    )
    await add.click()
    expect(await changed).toBe('Write a question first.')
    await page.context().close()
  })

  test('keeps to the screen with a question that has no place to break', async () => {
    const { page } = await site.open(path, { viewport: { width: 390, height: 844 } })
    await addQuestion(page, `https://example.org/${'long'.repeat(60)}`)
    await expectSaid(page, 'Added: ')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.context().close()
  })

  test('prints many questions of one’s own from where the sheet begins', async () => {
    const { page } = await site.open(path)
    for (let number = 1; number <= 30; number += 1) await addQuestion(page, `Question ${number}?`)
    await expectSaid(page, 'Added: Question 30?')
    const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    await page.context().close()
  })

  test('prints what is ticked only, or all when nothing is', async () => {
    const { page } = await site.open(path, { javaScriptEnabled: false })
    await page.emulateMedia({ media: 'print' })
    const shown = () => page.getByRole('checkbox').filter({ visible: true }).count()
    expect(await shown()).toBeGreaterThan(20)
    await page.emulateMedia({ media: 'screen' })
    await page.getByLabel('What does it cost in all?').check()
    await page.emulateMedia({ media: 'print' })
    expect(await shown()).toBe(1)
    await page.context().close()
  })
})
