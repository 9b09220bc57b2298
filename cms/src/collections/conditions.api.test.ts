import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { problemsIn } from '../testing/problems.ts'
import { condition } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

test.each(['33.2', 'f33.2', 'F33.', 'F3', 'F33.22222', 'F33 2', '<b>', ''])(
  '“%s” is no ICD-10-CM code',
  async (code) => {
    const data = condition({ icd10Codes: [{ code }], _status: 'published' })
    const response = await staff.post('/api/conditions').send(data).expect(400)
    expect(problemsIn(response)).toEqual([
      'icd10Codes.0.code: Write the code as in “F33.2”: a letter, two digits, a dot and up to four more.',
    ])
  },
)

test.each(['F33.2', 'F43.10', 'F31', 'Z3A.20'])('“%s” is an ICD-10-CM code', async (code) => {
  const { icd10Codes } = await staff.createPublished('conditions', condition({ icd10Codes: [{ code }] }))
  expect(icd10Codes).toEqual([expect.objectContaining({ code })])
})
