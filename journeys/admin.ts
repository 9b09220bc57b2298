import { expect } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'

export const account = { name: 'Ada', email: 'ada@example.org', password: 'a long enough password' }

/** Waits until a form takes what is typed: before, only the browser would know of it, or a saved state would replace it. */
async function formIsReady(within: Page | Locator): Promise<void> {
  await within.locator('form[data-form-ready=true]').first().waitFor()
}

/** Fills in the form for the first account, to which the setup link leads. */
export async function makeFirstAccount(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink)
  await formIsReady(page)
  await page.getByLabel('Email').fill(account.email)
  await page.getByLabel('New Password').fill(account.password)
  await page.getByLabel('Confirm Password').fill(account.password)
  await page.locator('#field-name').fill(account.name)
  await page.getByRole('button', { name: 'Create' }).click()
  await page.waitForURL('**/admin')
}

/** Logs out and in again. */
export async function logIn(page: Page, cmsUrl: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${cmsUrl}/admin/login`)
  await formIsReady(page)
  await page.locator('#field-email').fill(account.email)
  await page.locator('#field-password').fill(account.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL('**/admin')
}

/** Opens the form for a new document. @returns the document's id, which the first draft gave it */
export async function newDocument(page: Page, cmsUrl: string, collection: string): Promise<string> {
  await page.goto(`${cmsUrl}/admin/collections/${collection}/create`)
  await page.waitForURL(/\/[0-9a-f]{24}/)
  await formIsReady(page)
  return /[0-9a-f]{24}/.exec(page.url())?.[0] ?? ''
}

/** Uploads a picture into an upload field, through the field's own drawer. */
export async function uploadPicture(
  page: Page,
  field: string,
  { file, alt }: { file: string; alt: string },
): Promise<void> {
  await page.locator(field).getByRole('button', { name: 'Create New' }).click()
  const drawer = page.locator('.drawer__content').last()
  await formIsReady(drawer)
  await drawer.locator('input[type=file]').setInputFiles(file)
  await drawer.locator('#field-alt').fill(alt)
  await drawer.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator(field).getByText(/\.png/).waitFor()
}

/** Types into the page's text, and adds a callout by the slash menu. @returns the callout */
export async function addCallout(page: Page, callout: { title: string; text: string }): Promise<Locator> {
  await page.keyboard.press('Enter')
  await page.keyboard.type('/callout')
  await page.locator('.slash-menu-popup').getByText('Callout').click()
  const block = page.locator('.LexicalEditorTheme__block').last()
  await block.locator('input[name$=title]').fill(callout.title)
  const text = block.locator('[data-lexical-editor=true]')
  await text.click()
  await page.keyboard.type(callout.text)
  await expectSoon(() => text.innerText(), callout.text)
  return block
}

/** Waits until the autosave has brought what was typed into the draft. */
export async function waitForAutosave(page: Page, api: string, text: string): Promise<void> {
  await expectSoon(() => readDocument(page, `${api}?draft=true&depth=0`), text)
}

/** What the CMS's API answers to somebody who is logged in. */
export async function readDocument(page: Page, api: string): Promise<string> {
  // Asked from within the page: the login cookie is accepted from the admin's own pages only.
  return page.evaluate<string>(`fetch(${JSON.stringify(api)}).then((response) => response.text())`)
}

/** Publishes the document whose form is open. */
export async function publish(page: Page): Promise<void> {
  // What the form says alone will not do: it may still speak of the last time.
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && !response.url().includes('autosave=true'),
  )
  await page.getByRole('button', { name: 'Publish changes' }).click()
  expect((await answered).status()).toBe(200)
  await page.locator('.status__value', { hasText: 'Published' }).waitFor()
  await formIsReady(page)
}

/** Takes the document whose form is open off the site, and waits until the form shows what is stored then. */
export async function unpublish(page: Page): Promise<void> {
  await confirmUnpublish(page)
  await unpublishQuestion(page).waitFor({ state: 'detached' })
  await page.locator('.status__value', { hasText: 'Draft' }).waitFor()
}

/** Says “Unpublish” in the form that is open, and yes to the question that follows. */
export async function confirmUnpublish(page: Page): Promise<void> {
  await page.locator('.doc-controls .popup').last().locator('button').first().click()
  await page.getByText('Unpublish').first().click()
  await page.getByRole('button', { name: 'Confirm' }).click()
}

/** The question whether to unpublish, which stays open until that is done. */
export const unpublishQuestion = (page: Page): Locator => page.locator('[id^=confirm-un-publish]')

const SOON_MS = 60_000

/** Expects that what `read` gives soon contains `text`. */
export async function expectSoon(read: () => Promise<string>, text: string): Promise<void> {
  const giveUpAt = Date.now() + SOON_MS
  let latest = await read()
  while (!latest.includes(text) && Date.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    latest = await read()
  }
  expect(latest).toContain(text)
}
