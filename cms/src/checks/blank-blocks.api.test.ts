import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { problemsIn } from '../testing/problems.ts'
import { block, richText, words } from '../testing/rich-text.ts'
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

const SPACES = ' \u00a0 '
const body = words('Call us.')

test.each([
  ['callout', { title: SPACES, body }, 'Callout', 'Title'],
  ['careCard', { level: 'urgent', heading: SPACES, body }, 'Care card', 'Heading'],
  [
    'outcome',
    {
      what: 'people who felt better',
      outOf: 100,
      group: { label: SPACES, count: 1 },
      comparison: { label: 'with midazolam', count: 2 },
      source: 'study',
    },
    'Outcome in numbers',
    'Label',
  ],
])(
  'a %s with spaces for a text that it must have is kept in a draft, and not published',
  async (slug, fields, kind, field) => {
    const text = article({
      sources: [{ key: 'study', title: 'A study' }],
      body: richText(block(slug, fields)),
    })
    const { id } = await staff.create('articles', text)
    const response = await staff.patch(`/api/articles/${id}`).send({ _status: 'published' }).expect(400)
    expect(problemsIn(response)).toEqual([
      `body: A block of the kind “${kind}” in “Text” has nothing but spaces in “${field}”. Write it, or remove the block.`,
    ])
  },
)
