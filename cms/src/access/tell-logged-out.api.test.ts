import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms

beforeAll(async () => {
  cms = await startTestCms()
})

afterAll(() => cms.close())

test('whoever saves after their session ended is told to log in, not that they may not save', async () => {
  const { id } = await editor(cms, await cms.logIn()).create('articles', article())

  const response = await fetch(`${cms.url}/api/articles/${id}?draft=true&autosave=true`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ summary: 'Written later.' }),
  })

  expect(response.status).toBe(403)
  expect(await response.json()).toEqual({
    errors: [{ message: 'You are not logged in. Log in in another window and try again here.' }],
  })
})
