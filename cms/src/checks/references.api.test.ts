import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { problemsIn } from '../testing/problems.ts'
import { block, paragraph, richText, words } from '../testing/rich-text.ts'
import { article, picture, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'

let cms: TestCms
let staff: Editor
let good: Saved

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  good = await staff.createPublished('articles', article({ body: words('Good.') }))
})

afterAll(() => cms.close())

describe('a document that a field names', () => {
  test.each([
    ['topics', { topics: ['0'.repeat(24)] }, 'topics: “Topics”'],
    ['topics that are no ids', { topics: ['nonsense'] }, 'topics: “Topics”'],
    ['a picture', { hero: '0'.repeat(24) }, 'hero: “Picture”'],
    ['a picture in a group', { seo: { image: '0'.repeat(24) } }, 'seo.image: “Image”'],
    [
      'a reviewer',
      { reviewer: '0'.repeat(24), lastReviewed: '2026-05-04T12:00:00.000Z' },
      'reviewer: “Reviewed by”',
    ],
  ])('has to exist: %s', async (_, fields, place) => {
    for (const [query, data] of [
      ['', { ...fields, _status: 'published' }],
      ['?draft=true', fields],
    ] as const) {
      const response = await staff.patch(`/api/articles/${good.id}${query}`).send(data).expect(400)
      expect(problemsIn(response)).toEqual([
        `${place} names a document that does not exist, or no longer does. Take it out, then save again.`,
      ])
    }
  })

  test('and was deleted later keeps nothing from being saved', async () => {
    const { id: topicId } = await staff.createPublished('topics', topic())
    const { id } = await staff.createPublished('articles', article({ topics: [topicId] }))
    await staff.delete(`/api/topics/${topicId}`).expect(200)
    expect(await staff.publish('articles', id, { summary: 'Changed.' })).toMatchObject({
      summary: 'Changed.',
    })
  })

  test('may be in the trash: the article is saved, published and withdrawn all the same', async () => {
    const related = await staff.createPublished('articles', article())
    const { id } = await staff.createPublished('articles', article({ related: [related.id] }))
    await staff.trash('articles', related.id)
    expect(await staff.publish('articles', id, { summary: 'Changed.' })).toMatchObject({
      summary: 'Changed.',
    })
    await staff.patch(`/api/articles?where[id][equals]=${id}`).send({ _status: 'draft' }).expect(200)
    expect(await staff.read('articles', id)).toMatchObject({ _status: 'draft' })
  })

  test('is another article, not the same', async () => {
    const response = await staff
      .patch(`/api/articles/${good.id}`)
      .send({ related: [good.id], _status: 'published' })
      .expect(400)
    expect(problemsIn(response)).toEqual(['related: An article cannot be related to itself.'])
  })
})

test('a picture inside a text has to be in the library when its page is published', async () => {
  const image = await picture(cms.payload)
  const upload = { type: 'upload', version: 3, format: '', relationTo: 'media', value: image.id, fields: {} }
  const body = richText(paragraph('See:'), upload, block('callout', { title: 'x', body: words('x') }))
  const { id } = await staff.createPublished('articles', article({ body }))
  await staff.delete(`/api/media/${image.id}`).expect(200)
  const response = await staff
    .patch(`/api/articles/${id}`)
    .send({ summary: 'Changed.', _status: 'published' })
    .expect(400)
  expect(problemsIn(response)).toEqual([
    'body: “Text” has a picture that is no longer in the library. Remove it, or choose another one.',
  ])
  expect(await staff.unpublish('articles', id)).toMatchObject({ _status: 'draft' })
})
