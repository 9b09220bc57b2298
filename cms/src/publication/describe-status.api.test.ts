import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { describeStatus } from './describe-status.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

/** As a list of the admin finds it. */
const status = async (id: string) =>
  describeStatus(cms.payload, 'articles', await staff.readNewest('articles', id))

test('a list says whether the public sees a document', async () => {
  const { id } = await staff.create('articles', article())
  expect(await status(id)).toBe('Draft')
  await staff.publish('articles', id)
  expect(await status(id)).toBe('Published')
  await staff.autosave('articles', id, { summary: 'Changed.' })
  expect(await status(id)).toBe('Published, with a newer draft')
  await staff.unpublish('articles', id)
  expect(await status(id)).toBe('Draft')
  await staff.publish('articles', id)
  await staff.trash('articles', id)
  expect(await status(id)).toBe('Off the site')
})
