import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { feedReader } from '../testing/feed-reader.ts'
import { problemsIn } from '../testing/problems.ts'
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

const inHours = (hours: number) => new Date(Date.now() + hours * 60 * 60 * 1000).toISOString()

describe('the moment at which a document was first published', () => {
  test('cannot lie in the future', async () => {
    const response = await staff
      .post('/api/articles')
      .send({ ...article({ publishedAt: inHours(30) }), _status: 'published' })
      .expect(400)
    expect(problemsIn(response)).toEqual([
      'publishedAt: This moment is still to come. Write when the page was first published, or leave this empty: it is filled in when you publish.',
    ])
  })

  test('may be ahead by what clocks and time zones differ', async () => {
    const publishedAt = inHours(20)
    expect(await staff.createPublished('articles', article({ publishedAt }))).toMatchObject({ publishedAt })
  })

  test('does not keep a draft from being stored', async () => {
    const { id } = await staff.create('articles', article({ publishedAt: inHours(30) }))
    expect(await staff.readNewest('articles', id)).toMatchObject({ _status: 'draft' })
  })

  test('that was stored before it was checked does not keep a page on the site', async () => {
    for (const withdraw of [staff.unpublish, staff.trash]) {
      const { id } = await staff.createPublished('articles', article())
      await cms.payload.db.updateOne({ collection: 'articles', id, data: { publishedAt: inHours(30) } })
      await withdraw('articles', id)
      expect(await feedReader(cms).fieldsOf('articles', id)).toBeUndefined()
    }
  })
})
