import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { editor } from '../testing/editor.ts'
import type { Editor, Saved } from '../testing/editor.ts'
import { problemsIn, problemsInGraphql } from '../testing/problems.ts'
import { block, link, linkTo, paragraph, richText, words } from '../testing/rich-text.ts'
import { article, faq, person } from '../testing/sample-documents.ts'
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

const unsafe = (url: string, text = 'a link') =>
  `body: The link “${text}” in “Text” leads to “${url}”, which is no address that a page can link to. Use one that starts with https://, mailto: or tel:.`

/** Tries to give the published article a text. @returns the problems that were found; nothing was changed */
async function refused(body: object, query = ''): Promise<string[]> {
  const data = query === '' ? { body, _status: 'published' } : { body }
  const response = await staff.patch(`/api/articles/${good.id}${query}`).send(data).expect(400)
  expect(await staff.readNewest('articles', good.id)).toMatchObject({ body: words('Good.') })
  return problemsIn(response)
}

describe('a link that a browser would run, or that leads nowhere', () => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://example.org/x',
    'file:///etc/passwd',
    '//example.org',
    'example.org',
    '',
  ])('is refused in a published text and in a draft: “%s”', async (url) => {
    const body = richText(paragraph('See ', link(url), '.'))
    expect(await refused(body)).toContain(unsafe(url))
    expect(await refused(body, '?draft=true')).toContain(unsafe(url))
    expect(await refused(body, '?draft=true&autosave=true')).toContain(unsafe(url))
  })

  test('is found inside blocks', async () => {
    const body = words('x')
    body.root.children = [
      block('callout', {
        title: 'Note',
        body: richText(paragraph(link('javascript:alert(1)', 'hidden'))),
      }),
    ] as never
    expect(await refused(body)).toContain(unsafe('javascript:alert(1)', 'hidden'))
  })

  test('is refused over GraphQL', async () => {
    const query =
      'mutation ($id: String!, $body: JSON!) { updateArticle(id: $id, data: { body: $body }) { id } }'
    const variables = { id: good.id, body: richText(paragraph(link('javascript:alert(1)'))) }
    const response = await staff.post('/api/graphql').send({ query, variables }).expect(200)
    expect(problemsInGraphql(response)).toEqual([unsafe('javascript:alert(1)')])
  })

  test('is refused in every text, with the name of the field', async () => {
    const text = richText(paragraph(link('javascript:alert(1)')))
    const answer = await staff
      .post('/api/faqs?draft=true')
      .send(faq({ answer: text }))
      .expect(400)
    expect(problemsIn(answer)[0]).toMatch(/^answer: The link “a link” in “Answer” leads to “javascript:/)
    const bio = await staff
      .post('/api/people')
      .send(person({ bio: text }))
      .expect(400)
    expect(problemsIn(bio)[0]).toMatch(/^bio: The link “a link” in “About” leads to “javascript:/)
  })
})

describe('a link to a web address that no browser can open', () => {
  const url = 'https://doi.org:10.1056/NEJMoa1'
  const body = richText(paragraph(link(url)))

  test('is refused when it is published', async () => {
    expect(await refused(body)).toContain(
      `body: The link “a link” in “Text” leads to “${url}”, which no browser can open. Write a full web address that starts with https://.`,
    )
  })

  test('can be written in a draft, and keeps no page on the site that had it before', async () => {
    const { id } = await staff.createPublished('articles', article())
    expect(await staff.saveDraft('articles', id, { body })).toMatchObject({ _status: 'draft' })
    await cms.payload.db.updateOne({ collection: 'articles', id, data: { body } })
    expect(await staff.unpublish('articles', id)).toMatchObject({ _status: 'draft' })
  })
})

test.each([
  'https://example.org/a?b=c',
  'http://example.org',
  'mailto:a@example.org',
  'tel:988',
  'sms:988',
  '/about/',
  '#part',
])('a link to %s is saved', async (url) => {
  const body = richText(paragraph(link(url)))
  const { id } = await staff.createPublished('articles', article({ body }))
  expect(await staff.read('articles', id)).toMatchObject({ _status: 'published' })
})

describe('a link to a document that the public cannot read', () => {
  const dead =
    'body: The link “a link” in “Text” leads to a document that is not published. Publish that one first, or remove the link.'
  const targets: [string, () => Promise<string>][] = [
    ['was never published', async () => (await staff.create('articles', article())).id],
    [
      'was unpublished',
      async () => {
        const { id } = await staff.createPublished('articles', article())
        await staff.unpublish('articles', id)
        return id
      },
    ],
    [
      'is in the trash',
      async () => {
        const { id } = await staff.createPublished('articles', article())
        await staff.trash('articles', id)
        return id
      },
    ],
    [
      'was deleted',
      async () => {
        const { id } = await staff.createPublished('articles', article())
        await staff.remove('articles', id)
        return id
      },
    ],
    ['never was', () => Promise.resolve('0'.repeat(24))],
    ['has no id', () => Promise.resolve('nonsense')],
  ]

  test.each(targets)('keeps its page from being published: one that %s', async (_, makeTarget) => {
    const body = richText(paragraph(linkTo('articles', await makeTarget())))
    expect(await refused(body)).toEqual([dead])
  })

  test('may stand in a draft, which is published once the target is', async () => {
    const target = await staff.create('articles', article())
    const body = richText(paragraph(linkTo('articles', target.id)))
    const { id } = await staff.create('articles', article({ body }))
    const response = await staff.patch(`/api/articles/${id}`).send({ _status: 'published' }).expect(400)
    expect(problemsIn(response)).toEqual([dead])
    await staff.publish('articles', target.id)
    expect(await staff.publish('articles', id)).toMatchObject({ _status: 'published' })
  })

  test('does not keep its page from being withdrawn or moved to the trash', async () => {
    const target = await staff.createPublished('articles', article())
    const body = richText(paragraph(linkTo('articles', target.id)))
    const first = await staff.createPublished('articles', article({ body }))
    const second = await staff.createPublished('articles', article({ body }))
    await staff.unpublish('articles', target.id)
    expect(await staff.unpublish('articles', first.id)).toMatchObject({ _status: 'draft' })
    expect((await staff.trash('articles', second.id)).deletedAt).toEqual(expect.any(String))
  })

  test('a link to itself is no such link', async () => {
    const body = richText(paragraph(linkTo('articles', good.id)))
    const { id } = await staff.create('articles', article())
    await staff.publish('articles', id, { body: richText(paragraph(linkTo('articles', id))) })
    expect(await staff.publish('articles', id, { body })).toMatchObject({ _status: 'published' })
  })
})
