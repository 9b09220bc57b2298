import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import {
  addCallout,
  expectSoon,
  logIn,
  makeFirstAccount,
  newDocument,
  publish,
  unpublish,
  uploadPicture,
  waitForAutosave,
} from './admin.ts'
import type { Careword } from './careword.ts'
import { openCareword } from './careword-in-browser.ts'

jest.setTimeout(240_000)

let careword: Careword
let browser: Browser
let admin: Page
let close: () => Promise<void>
const folder = mkdtempSync(path.join(tmpdir(), 'careword-picture-'))

beforeAll(async () => {
  ;({ careword, browser, admin, close } = await openCareword())
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await close()
})

const draftAddress = (id: string) => `${careword.cmsUrl}/api/articles/${id}`
const article = () => `${careword.siteUrl}/articles/bring-a-friend/`
const statusOf = async (url: string) => String((await fetch(url)).status)

test('without the setup link nobody makes the first account', async () => {
  const response = await fetch(`${careword.cmsUrl}/api/users/first-register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'eve@example.org', password: 'a long enough password', name: 'Eve' }),
  })

  expect(response.status).toBe(403)
  expect(await response.text()).toContain('setup link')
})

test('the setup link makes the first account, which logs in', async () => {
  await makeFirstAccount(admin, careword.setupLink)
  await logIn(admin, careword.cmsUrl)

  await expectSoon(() => admin.locator('body').innerText(), 'Conditions')
  expect(new URL(admin.url()).pathname).toBe('/admin')
})

test('an article is written with a picture and a callout, published, and read on the site', async () => {
  const file = path.join(folder, 'hills.png')
  await drawPicture(file)
  const id = await newDocument(admin, careword.cmsUrl, 'articles')
  await admin.locator('#field-title').first().fill('Bring a friend')
  await admin.locator('#field-summary').fill('Why it helps not to come alone.')
  await uploadPicture(admin, '#field-hero', { file, alt: 'Soft green hills' })
  await admin.locator('[data-lexical-editor=true]').first().click()
  await admin.keyboard.type('Somebody has to take you home.')
  await addCallout(admin, { title: 'Good to know', text: 'Your friend can wait with you.' })
  await waitForAutosave(admin, draftAddress(id), 'Your friend can wait with you.')

  expect(await statusOf(article())).toBe('404')
  await publish(admin)
  await expectSoon(() => admin.locator('#field-hero').innerText(), 'hills.png')
  await expectSoon(() => statusOf(article()), '200')

  const reader = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await reader.goto(article())
  expect(await reader.getByRole('heading', { level: 1 }).textContent()).toContain('Bring a friend')
  expect(await reader.locator('main').innerText()).toContain('Somebody has to take you home.')
  expect(await reader.locator('main').innerText()).toContain('Your friend can wait with you.')
  const picture = reader.getByAltText('Soft green hills')
  await picture.scrollIntoViewIfNeeded()
  await expectSoon(
    () => picture.evaluate((image: { naturalWidth?: number }) => String(Number(image.naturalWidth) > 0)),
    'true',
  )
  expect(await reader.locator('a[href="tel:988"]').count()).toBeGreaterThan(0)
  await reader.close()
})

test('a published edit reaches the page; one that is only saved does not', async () => {
  await admin.locator('#field-summary').fill('Two are braver than one.')
  await waitForAutosave(admin, draftAddress(idIn(admin)), 'Two are braver than one.')
  expect(await (await fetch(article())).text()).not.toContain('Two are braver than one.')

  await publish(admin)
  await expectSoon(async () => (await fetch(article())).text(), 'Two are braver than one.')
})

test('the edit view says how far a change is on its way, by itself', async () => {
  const publisher = await publisherProcess()
  const status = admin.getByRole('region', { name: 'On the public site' })
  await status.getByText(/^Live since .*release \d+/).waitFor()
  await admin.locator('#field-summary').fill('Three are braver than two.')
  await waitForAutosave(admin, draftAddress(idIn(admin)), 'Three are braver than two.')

  process.kill(publisher, 'SIGSTOP')
  try {
    await publish(admin)
    await status.getByText(/^Queued since/).waitFor()
  } finally {
    process.kill(publisher, 'SIGCONT')
  }
  await status.getByText(/^Live since .*after .* pages? changed, release \d+/).waitFor()

  const [page] = await Promise.all([
    admin.context().waitForEvent('page'),
    status.getByRole('link', { name: /Open the page/ }).click(),
  ])
  await page.waitForLoadState()
  expect(page.url()).toBe(article())
  expect(await page.locator('main').innerText()).toContain('Three are braver than two.')
  await page.close()
})

test('a form that others have overtaken undoes nothing of theirs, and keeps its own words', async () => {
  await admin.reload()
  const summary = admin.locator('#field-summary')
  await expectSoon(() => summary.inputValue(), 'Three are braver than two.')
  const storageState = await admin.context().storageState()
  const other = await browser.newPage({ viewport: { width: 1280, height: 1000 }, storageState })
  await other.goto(admin.url())
  await other.locator('#field-title').first().fill('Bring two friends')
  await waitForAutosave(other, draftAddress(idIn(admin)), 'Bring two friends')

  await summary.fill('Four are braver than three.')
  await admin.getByText('Somebody saved this after you opened it').first().waitFor()
  expect(await summary.inputValue()).toBe('Four are braver than three.')
  await other.reload()
  await expectSoon(() => other.locator('#field-title').first().inputValue(), 'Bring two friends')
  expect(await other.locator('#field-summary').inputValue()).toBe('Three are braver than two.')
  await other.close()

  await admin.reload()
  await expectSoon(() => admin.locator('#field-title').first().inputValue(), 'Bring two friends')
  await summary.fill('Four are braver than three.')
  await waitForAutosave(admin, draftAddress(idIn(admin)), 'Four are braver than three.')
})

test('an unpublished article is gone from the site and from the list', async () => {
  await unpublish(admin)

  await expectSoon(() => statusOf(article()), '404')
  expect(await (await fetch(`${careword.siteUrl}/articles/`)).text()).not.toContain('Bring a friend')
  expect(await (await fetch(`${careword.siteUrl}/sitemap.xml`)).text()).not.toContain('bring-a-friend')
})

test('the form of an unpublished article goes on with what is stored', async () => {
  const summary = admin.locator('#field-summary')
  expect(await summary.inputValue()).toBe('Four are braver than three.')
  await summary.fill('Five are braver than four.')
  await waitForAutosave(admin, draftAddress(idIn(admin)), 'Five are braver than four.')
  await publish(admin)

  await expectSoon(() => statusOf(article()), '200')
  expect(await (await fetch(article())).text()).toContain('Five are braver than four.')
})

test('the comparison of two versions shows what a block says', async () => {
  const form = admin.url()
  const callout = admin.locator('.LexicalEditorTheme__block').last()
  await callout.locator('input[name$=title]').fill('Better to know')
  await waitForAutosave(admin, draftAddress(idIn(admin)), 'Better to know')

  await admin.goto(`${form}/versions`)
  await admin.locator('.table a').first().click()
  const comparison = admin.locator('.lexical-diff')
  await expectSoon(() => comparison.innerText(), 'Better to know')
  expect(await comparison.innerText()).toContain('Your friend can wait with you.')
})

test('what is pasted from Word is a list on the page, and its bookmarks are words', async () => {
  const id = await newDocument(admin, careword.cmsUrl, 'articles')
  await admin.locator('#field-title').first().fill('From Word')
  await admin.locator('#field-summary').fill('Written elsewhere.')
  const point = (words: string) =>
    `<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·&nbsp;</span>${words}</p>`
  await paste(
    `<p><a name="_Toc1">Bring</a> 10<sup>3</sup> things:</p>${point('a friend')}${point('soft clothes')}` +
      '<p><img src="file:///C:/clip.png"><img src="http://127.0.0.1:9/gone.png"></p><blockquote><p>Good</p><p>advice</p></blockquote>',
  )
  await admin.getByText('A picture did not come along with the pasted text').first().waitFor()
  await waitForAutosave(admin, draftAddress(id), 'advice')
  await publish(admin)

  const page = `${careword.siteUrl}/articles/from-word/`
  await expectSoon(() => statusOf(page), '200')
  const html = (await (await fetch(page)).text()).replaceAll(/>\s+</g, '><')
  expect(html).toContain('<p>Bring 10<sup>3</sup> things:</p><ul><li>a friend</li><li>soft clothes</li></ul>')
  expect(html).toContain('<blockquote><p>Good<br>advice</p></blockquote>')
})

/** Pastes markup into the text of the form that is open. */
async function paste(html: string): Promise<void> {
  await admin.locator('[data-lexical-editor=true]').first().click()
  await admin.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', ${JSON.stringify(html)})
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('[data-lexical-editor=true]').dispatchEvent(event)
  }`)
}

/** Any picture will do, and a browser can make one. */
async function drawPicture(file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } })
  await page.setContent('<body style="background: linear-gradient(#cfe3da, #4f8a78)"></body>')
  await page.screenshot({ path: file })
  await page.close()
}

async function publisherProcess(): Promise<number> {
  const { pid } = (await (await fetch(`${careword.publisherUrl}/status`)).json()) as { pid: number }
  return pid
}

function idIn(page: Page): string {
  return /[0-9a-f]{24}/.exec(page.url())?.[0] ?? ''
}
