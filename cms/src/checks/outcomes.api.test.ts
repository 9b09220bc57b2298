import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { problemsIn } from '../testing/problems.ts'
import { block, richText } from '../testing/rich-text.ts'
import { article } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

const withOutcome = (count: number, comparisonCount: number, outOf = 100) =>
  article({
    sources: [{ key: 'study', title: 'A study' }],
    body: richText(
      block('outcome', {
        what: 'people who felt better',
        outOf,
        group: { label: 'with ketamine', count },
        comparison: { label: 'with midazolam', count: comparisonCount },
        source: 'study',
      }),
    ),
  })

test.each([
  [
    101,
    20,
    100,
    ['body: An outcome in “Text” says 101 in 100 “with ketamine”. Write a whole number from 0 to 100.'],
  ],
  [
    55.4,
    30,
    20,
    [
      'body: An outcome in “Text” says 55.4 in 20 “with ketamine”. Write a whole number from 0 to 20.',
      'body: An outcome in “Text” says 30 in 20 “with midazolam”. Write a whole number from 0 to 20.',
    ],
  ],
  [1, 2, 99.5, ['body: An outcome in “Text” counts out of 99.5. Write a whole number, best 100.']],
])('%p against %p, out of %p, is not published', async (count, other, outOf, problems) => {
  const response = await staff
    .post('/api/articles')
    .send({ ...withOutcome(count, other, outOf), _status: 'published' })
    .expect(400)
  expect(problemsIn(response)).toEqual(problems)
})

test('what is wrong with a number is told in words that the form has, and once', async () => {
  const response = await staff
    .post('/api/articles')
    .send({ ...withOutcome(40, -3), _status: 'published' })
    .expect(400)
  expect(problemsIn(response).map((problem) => problem.replace(/^[^:]*: /, ''))).toEqual([
    'An outcome in “Text” says -3 in 100 “with midazolam”. Write a whole number from 0 to 100.',
    '“Text > Text > Compared with > Count”: Write a number of at least 0.',
  ])
})

test('none and all of them are counts too', async () => {
  const saved = await staff.createPublished('articles', withOutcome(0, 100))
  expect(saved).toMatchObject({ _status: 'published' })
})
