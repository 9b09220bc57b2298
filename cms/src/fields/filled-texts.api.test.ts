import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { problemsIn } from '../testing/problems.ts'
import { article, condition, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
})

afterAll(() => cms.close())

const published = (fields: object) => ({ ...fields, _status: 'published' })

describe('a required text of nothing but white space', () => {
  test.each([
    ['a title', 'articles', () => published(article({ title: '   ' })), 'title'],
    ['a summary', 'articles', () => published(article({ summary: '\n \t' })), 'summary'],
    ['a row', 'articles', () => published(article({ keyPoints: [{ point: ' ' }] })), 'keyPoints.0.point'],
    [
      'a row in a tab',
      'conditions',
      () => published(condition({ keyFacts: [{ fact: ' ' }] })),
      'keyFacts.0.fact',
    ],
    ['a document without drafts', 'topics', () => topic({ name: '   ' }), 'name'],
    [
      'a group',
      'globals/navigation',
      () => ({ header: [{ label: 'Link', link: { kind: 'url', url: ' ' } }] }),
      'header.0.link.url',
    ],
    ['a global', 'globals/clinic', () => ({ name: '   ', timeZone: 'UTC' }), 'name'],
    ['a custom check', 'globals/clinic', () => ({ name: 'A clinic', timeZone: '  ' }), 'timeZone'],
    [
      'a row of a global',
      'globals/crisis',
      () => ({ heading: 'Help', lines: [{ name: '  ', contacts: [{ kind: 'call', value: '988' }] }] }),
      'lines.0.name',
    ],
    ['a list of texts', 'globals/search', () => ({ synonyms: [{ words: [' ', '  '] }] }), 'synonyms.0.words'],
  ])('is refused as empty: %s', async (_, where, fields, path) => {
    const response = await staff.post(`/api/${where}`).send(fields()).expect(400)
    expect(problemsIn(response)).toContain(`${path}: This field is required.`)
  })

  test('does not keep a draft from being stored', async () => {
    const { id } = await staff.create('articles', article({ title: '  ' }))
    expect(await staff.readNewest('articles', id)).toMatchObject({ title: '  ' })
  })

  test('that was stored before it was checked does not keep a page on the site', async () => {
    for (const withdraw of [staff.unpublish, staff.trash]) {
      const { id } = await staff.createPublished('articles', article())
      await cms.payload.db.updateOne({ collection: 'articles', id, data: { title: '  ' } })
      await withdraw('articles', id)
      expect(await feedReader(cms).fieldsOf('articles', id)).toBeUndefined()
    }
  })
})
