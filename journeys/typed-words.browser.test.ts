import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'
import {
  addCallout,
  confirmUnpublish,
  expectSoon,
  makeFirstAccount,
  newDocument,
  publish,
  readDocument,
  unpublishQuestion,
  waitForAutosave,
} from './admin.ts'
import { openCareword } from './careword-in-browser.ts'
import { breakLine, holdAnswer, isAutosave, isBlockCheck, isFormCheck } from './held-answers.ts'

jest.setTimeout(240_000)

let cmsUrl: string
let admin: Page
let close: () => Promise<void>
let draft: string

beforeAll(async () => {
  const { careword, ...opened } = await openCareword()
  ;({ admin, close } = opened)
  cmsUrl = careword.cmsUrl
  await makeFirstAccount(admin, careword.setupLink)
})
afterAll(() => close())

beforeEach(async () => {
  await admin.unrouteAll({ behavior: 'ignoreErrors' })
  const id = await newDocument(admin, cmsUrl, 'articles')
  draft = `${cmsUrl}/api/articles/${id}`
  await admin.locator('#field-title').first().fill('Bring a friend')
  await admin.locator('#field-summary').fill('Before.')
  await waitForAutosave(admin, draft, 'Before.')
})

/** How long the form waits for a rest in typing before it stores a draft. */
const AUTOSAVE_INTERVAL_MS = 800

const summary = () => admin.locator('#field-summary')

test('what is typed into a block while the server looks at what was typed before reaches the draft', async () => {
  const callout = await calloutThatSays('One.')
  for (const number of ['two', 'three', 'four']) {
    const check = await holdAnswer(admin, isBlockCheck)
    await typeAtEnd(calloutText(callout), ' Number')
    await check.arrived
    await admin.keyboard.type(` ${number}.`)
    check.release()
    await waitForAutosave(admin, draft, `Number ${number}.`)
    expect(await callout.innerText()).toContain(`Number ${number}.`)
  }
})

test('what is typed into a block reaches the draft when the line breaks', async () => {
  const callout = await calloutThatSays('One.')
  const check = await breakLine(admin, isBlockCheck)
  await typeAtEnd(calloutText(callout), ' Two.')
  await check.broken

  await waitForAutosave(admin, draft, 'One. Two.')
  expect(await callout.innerText()).toContain('One. Two.')
})

test('what is typed into a block reaches the draft before the server has looked at it, and is published', async () => {
  const callout = await calloutThatSays('One.')
  const check = await holdAnswer(admin, isBlockCheck)
  await typeAtEnd(calloutText(callout), ' Two.')
  await check.arrived
  await waitForAutosave(admin, draft, 'One. Two.')

  await admin.keyboard.type(' Three.')
  check.release()
  await waitForAutosave(admin, draft, 'One. Two. Three.')
  await publish(admin)
  expect(await readDocument(admin, `${draft}?depth=0`)).toContain('One. Two. Three.')
  expect(await callout.innerText()).toContain('One. Two. Three.')
})

test('what is typed while one draft after another is stored is stored too', async () => {
  const first = await holdAnswer(admin, isAutosave)
  await summary().fill('One.')
  await first.arrived
  const second = await holdAnswer(admin, isAutosave)
  const checked = admin.waitForResponse((response) => isFormCheck(response.request(), 'Two.'))
  await summary().fill('Two.')
  await checked
  await restInPage(2 * AUTOSAVE_INTERVAL_MS)
  first.release()
  await second.arrived
  await summary().fill('Three.')
  second.release()

  await waitForAutosave(admin, draft, 'Three.')
  expect(await summary().inputValue()).toBe('Three.')
})

test('what is typed into two fields while a draft is stored stays in both', async () => {
  const stored = await holdAnswer(admin, isAutosave)
  await summary().fill('One.')
  await stored.arrived
  await summary().fill('Two.')
  await admin.locator('#field-title').first().fill('Bring two friends')
  stored.release()

  await waitForAutosave(admin, draft, 'Bring two friends')
  await waitForAutosave(admin, draft, 'Two.')
  expect(await summary().inputValue()).toBe('Two.')
})

test('undo takes back what was typed into the text, and nothing of what was typed into a block since', async () => {
  const callout = await calloutThatSays('One.')
  const text = admin.locator('[data-lexical-editor=true]').first()
  const paragraph = text.locator('p').first()
  await typeAtEnd(paragraph, ' By car.')
  await typeAtEnd(calloutText(callout), ' Two.')
  await waitForAutosave(admin, draft, 'One. Two.')

  await paragraph.click()
  await admin.keyboard.press('Control+z')
  await text.getByText('By car.').waitFor({ state: 'detached' })
  await admin.keyboard.press('Control+Shift+z')
  await text.getByText('By car.').waitFor()
  expect(await callout.innerText()).toContain('One. Two.')
  await waitForAutosave(admin, draft, 'By car.')
  expect(await readDocument(admin, `${draft}?draft=true&depth=0`)).toContain('One. Two.')
})

test('the numbers of an outcome stay what they are when another tab was looked at', async () => {
  await admin.locator('[data-lexical-editor=true]').first().click()
  await admin.keyboard.type('/outcome')
  await admin.locator('.slash-menu-popup').getByText('Outcome in numbers').click()
  await outcome('group.count').fill('40')
  await waitForAutosave(admin, draft, '"count":40')
  await admin.reload()
  await expectSoon(() => outcome('group.count').inputValue(), '40')

  await outcome('group.count').fill('45')
  await waitForAutosave(admin, draft, '"count":45')
  await admin.getByRole('button', { name: 'Sources', exact: true }).click()
  await outcome('group.count').waitFor({ state: 'detached' })
  await admin.getByRole('button', { name: 'Text', exact: true }).click()
  expect(await outcome('group.count').inputValue()).toBe('45')
  await outcome('note').fill('Seen after a day.')
  await waitForAutosave(admin, draft, 'Seen after a day.')
  expect(await readDocument(admin, `${draft}?draft=true&depth=0`)).toContain('"count":45')
})

test('what could not be saved is told of, asked about before it is left, and saved as soon as that is possible', async () => {
  const { broken } = await breakLine(admin, (request) => request.url().includes('/api/'))
  await summary().fill('Written while the line was broken.')
  await broken
  const notice = admin.getByText('What you wrote last is not saved yet.')
  await notice.waitFor()
  await breadcrumb('Articles').click()
  await admin.getByRole('button', { name: 'Stay on this page' }).click()
  expect(await summary().inputValue()).toBe('Written while the line was broken.')

  await admin.unrouteAll({ behavior: 'ignoreErrors' })
  await waitForAutosave(admin, draft, 'Written while the line was broken.')
  await notice.waitFor({ state: 'detached' })
})

test('what was refused is not left without a question', async () => {
  await admin.goto(`${cmsUrl}/admin/collections/redirects/create`)
  await admin.locator('form[data-form-ready=true]').first().waitFor()
  await admin.getByText('Another address').click()
  await admin.locator('input[name="to.url"]').fill('nowhere')
  await admin.locator('#field-from').fill('/old/')
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  await admin.getByText('is no address that a redirect can lead to').waitFor()

  await breadcrumb('Redirects').click()
  await admin.getByRole('button', { name: 'Stay on this page' }).click()
  expect(await admin.locator('#field-from').inputValue()).toBe('/old/')
})

test('nothing can be typed into the form of an unpublished document before it shows what is stored', async () => {
  await publishAs('Taken off the site')
  const shown = await holdAnswer(admin, (request) => isFormCheck(request, 'Before.'))
  await confirmUnpublish(admin)
  await shown.arrived
  await restInPage(AUTOSAVE_INTERVAL_MS)
  await unpublishQuestion(admin).getByText('Unpublishing').waitFor()

  shown.release()
  await unpublishQuestion(admin).waitFor({ state: 'detached' })
  await summary().fill('Typed at once.')
  await waitForAutosave(admin, draft, 'Typed at once.')
  expect(await summary().inputValue()).toBe('Typed at once.')
})

test('the form of an unpublished document is there also when the line breaks after that', async () => {
  await publishAs('Taken off it too')
  const { broken } = await breakLine(admin, (request) => isFormCheck(request, 'Before.'))
  await confirmUnpublish(admin)
  await broken
  await admin.unrouteAll({ behavior: 'ignoreErrors' })

  await admin.locator('.status__value', { hasText: 'Draft' }).waitFor()
  await unpublishQuestion(admin).waitFor({ state: 'detached' })
  await summary().fill('Typed after that.')
  await waitForAutosave(admin, draft, 'Typed after that.')
  expect(await readDocument(admin, `${draft}?draft=true&depth=0`)).toContain('"_status":"draft"')
})

test('whoever is logged out meanwhile is told so, and what they wrote is saved once they are logged in again', async () => {
  const cookies = await admin.context().cookies()
  await admin.context().clearCookies()
  await summary().fill('Written after the session.')
  await admin.getByText('You are not logged in. Log in in another window').waitFor()
  await admin.locator('.unsaved-words').getByText('You are not logged in any more').waitFor()
  expect(await summary().inputValue()).toBe('Written after the session.')

  await admin.context().addCookies(cookies)
  await waitForAutosave(admin, draft, 'Written after the session.')
})

const outcome = (field: string) => admin.locator(`.LexicalEditorTheme__block input[name$="${field}"]`)
const breadcrumb = (name: string) => admin.locator('.step-nav').getByRole('link', { name })

/**
 * Waits in the page's own time, so that on a slow machine too the second draft is in the queue behind the first: timers of a
 * page end in their order, and the form's own began before. The queue itself cannot be seen from outside.
 */
async function restInPage(milliseconds: number): Promise<void> {
  await admin.evaluate(
    (time) =>
      new Promise((resolve) => {
        setTimeout(() => setTimeout(resolve), time)
      }),
    milliseconds,
  )
}

async function publishAs(title: string): Promise<void> {
  await admin.locator('#field-title').first().fill(title)
  await admin.locator('[data-lexical-editor=true]').first().click()
  await admin.keyboard.type('Somebody has to take you home.')
  await waitForAutosave(admin, draft, 'take you home.')
  await publish(admin)
}

async function calloutThatSays(text: string): Promise<Locator> {
  await admin.locator('[data-lexical-editor=true]').first().click()
  await admin.keyboard.type('Somebody has to take you home.')
  const callout = await addCallout(admin, { title: 'Good to know', text })
  await waitForAutosave(admin, draft, text)
  // Only then has the form taken in the answer, so that nothing but what follows waits for the server.
  await expectSoon(() => admin.locator('.autosave').innerText(), 'Last saved')
  return callout
}

const calloutText = (callout: Locator) => callout.locator('[data-lexical-editor=true]')

async function typeAtEnd(place: Locator, text: string): Promise<void> {
  await place.click()
  await admin.keyboard.press('End')
  await admin.keyboard.type(text)
}
