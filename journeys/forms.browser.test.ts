import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Page, Response } from 'playwright-core'
import {
  addCallout,
  expectSoon,
  makeFirstAccount,
  newDocument,
  readDocument,
  waitForAutosave,
} from './admin.ts'
import { openCareword } from './careword-in-browser.ts'
import { holdAnswer, isAutosave, isFormCheck } from './held-answers.ts'

jest.setTimeout(240_000)

let cmsUrl: string
let admin: Page
let close: () => Promise<void>

beforeAll(async () => {
  const { careword, ...opened } = await openCareword()
  ;({ admin, close } = opened)
  cmsUrl = careword.cmsUrl
  await makeFirstAccount(admin, careword.setupLink)
})
afterAll(() => close())

/** Longer than a form waits for a rest in typing before it stores a draft. */
const REST_MS = 2000

test('a draft that waited for the one before it is not taken for one that somebody else has overtaken', async () => {
  const id = await newDocument(admin, cmsUrl, 'articles')
  const draft = `${cmsUrl}/api/articles/${id}`
  const summary = admin.locator('#field-summary')
  await summary.fill('Before.')
  await waitForAutosave(admin, draft, 'Before.')

  const refused: number[] = []
  const noteRefusal = (response: Response) => {
    if (isAutosave(response.request()) && !response.ok()) refused.push(response.status())
  }
  admin.on('response', noteRefusal)
  for (const number of ['one', 'two', 'three']) {
    const first = await holdAnswer(admin, isAutosave)
    await summary.fill(`First ${number}.`)
    await first.arrived
    const checked = admin.waitForResponse((response) => isFormCheck(response.request(), `Second ${number}.`))
    await summary.fill(`Second ${number}.`)
    await checked
    await admin.waitForTimeout(REST_MS)
    const second = admin.waitForResponse(
      (response) =>
        isAutosave(response.request()) && (response.request().postData() ?? '').includes(`Second ${number}.`),
    )
    first.release()
    await second
    await waitForAutosave(admin, draft, `Second ${number}.`)
  }
  admin.off('response', noteRefusal)

  expect(refused).toEqual([])
})

test('a picture that is pasted where there is no place for one is told of, and the words come along', async () => {
  const id = await newDocument(admin, cmsUrl, 'articles')
  await admin.locator('#field-title').first().fill('Pasted')
  await admin.locator('[data-lexical-editor=true]').first().click()
  await addCallout(admin, { title: 'Good to know', text: 'Written. ' })
  await admin.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', '<p>Pasted words.</p><img src="https://example.org/a.png">')
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.LexicalEditorTheme__block [data-lexical-editor=true]').dispatchEvent(event)
  }`)

  await admin.getByText('There is no place for one here').waitFor()
  const draft = `${cmsUrl}/api/articles/${id}?draft=true&depth=0`
  await expectSoon(() => readDocument(admin, draft), 'Pasted words.')
})

test('a word of a list that was not ended with Enter is taken when somebody saves', async () => {
  await admin.goto(`${cmsUrl}/admin/globals/search`)
  await admin.locator('form[data-form-ready=true]').first().waitFor()
  const group = admin.locator('#field-synonyms .array-field__row').first()
  await group.locator('input[id^=react-select]').click()
  await admin.keyboard.type('zebrawort')
  await admin.getByRole('button', { name: 'Save', exact: true }).click()

  await expectSoon(() => readDocument(admin, `${cmsUrl}/api/globals/search`), 'zebrawort')
  await group.getByText('zebrawort').waitFor()
})
