import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { problemsIn } from '../testing/problems.ts'
import { block, citation, paragraph, richText, words } from '../testing/rich-text.ts'
import { article, condition } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

const known = { key: 'known2023', title: 'A study' }
const unknown = (where: string) =>
  `${where} refers to the source “unknown”, which is not in this document’s list of sources. Add it there, or correct the short name.`

/** Saves as a draft, which is allowed, then tries to publish. @returns the problems that were found */
async function refusedToPublish(collection: string, data: object): Promise<string[]> {
  const { id } = await staff.create(collection, data)
  const response = await staff.patch(`/api/${collection}/${id}`).send({ _status: 'published' }).expect(400)
  expect(await staff.read(collection, id)).toMatchObject({ _status: 'draft' })
  return problemsIn(response)
}

const outcome = (source: string) =>
  block('outcome', {
    what: 'people who got better',
    outOf: 100,
    group: { label: 'with it', count: 40 },
    comparison: { label: 'without', count: 20 },
    source,
  })

describe('a reference to a source that the document does not list keeps it from being published', () => {
  test.each([
    ['inside a sentence', () => richText(paragraph('So it is.', citation('unknown')))],
    ['in a block', () => richText(outcome('unknown'))],
    [
      'inside a sentence of a block',
      () =>
        richText(block('callout', { title: 'Note', body: richText(paragraph('So.', citation('unknown'))) })),
    ],
  ])('%s', async (_, body) => {
    expect(await refusedToPublish('articles', article({ body: body(), sources: [known] }))).toEqual([
      `body: ${unknown('“Text”')}`,
    ])
  })

  test('in the rows of a condition', async () => {
    const data = condition({
      sources: [known],
      evidence: [
        { statement: 'Good.', grade: 'low', source: 'known2023' },
        { statement: 'Bad.', grade: 'low', source: 'unknown' },
      ],
      treatmentStatuses: [{ treatment: 'x', use: 'y', status: 'offLabel', source: 'unknown' }],
      overview: words('x'),
    })
    expect(await refusedToPublish('conditions', data)).toEqual([
      `evidence.1.source: ${unknown('Statement 2 of the evidence')}`,
      `treatmentStatuses.0.source: ${unknown('Treatment 1')}`,
    ])
  })
})

test('two sources with one short name keep a document from being published', async () => {
  expect(await refusedToPublish('articles', article({ sources: [known, known] }))).toEqual([
    'sources.1.key: Two sources have the short name “known2023”. Give one of them another name.',
  ])
})

test('several problems are all told at once', async () => {
  const body = richText(paragraph(citation('unknown')), outcome('unknown'))
  expect(await refusedToPublish('articles', article({ body, sources: [known, known] }))).toHaveLength(3)
})

test('references to listed sources are published', async () => {
  const body = richText(paragraph('So.', citation('known2023')), outcome('known2023'))
  const published = await staff.createPublished('articles', article({ body, sources: [known] }))
  expect(published).toMatchObject({ _status: 'published' })
})

test.each([
  ['javascript:alert(1)', 400],
  ['data:text/html,x', 400],
  ['ftp://example.org', 400],
  ['www.example.org', 400],
  ['https://exa mple.org', 400],
  ['https://doi.org/10.1000/1', 201],
  ['', 201],
])('a source with the web address “%s” is answered with %i', async (url, status) => {
  const data = article({ sources: [{ ...known, url }], _status: 'published' })
  const response = await staff.post('/api/articles').send(data).expect(status)
  expect(problemsIn(response)).toEqual(
    status === 400 ? ['sources.0.url: Write a full web address that starts with https://.'] : [],
  )
})
