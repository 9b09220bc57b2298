import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { editor } from '../testing/editor.ts'
import type { Editor } from '../testing/editor.ts'
import { block, linkTo, paragraph, richText } from '../testing/rich-text.ts'
import { article, condition, faq, person, picture, redirect, topic } from '../testing/sample-documents.ts'
import { startTestCms } from '../testing/start-test-cms.ts'
import type { TestCms } from '../testing/start-test-cms.ts'
import { withoutDeletedTargets } from './references.ts'
import { readFeed } from './testing/read-feed.ts'
import type { Feed } from './testing/read-feed.ts'

let cms: TestCms
let staff: Editor
let feed: Feed

beforeAll(async () => {
  cms = await startTestCms()
  staff = editor(cms, await cms.logIn())
  feed = readFeed(cms)
})

afterAll(() => cms.close())

const publish = async (collection: string, data: object) => (await staff.createPublished(collection, data)).id

/** What each reference leads to: one that will be deleted, and one that stays. */
let gone: Record<'condition' | 'article' | 'faq' | 'topic' | 'person' | 'media', string>
let kept: typeof gone

const makeTargets = async (): Promise<typeof gone> => ({
  condition: await publish('conditions', condition()),
  article: await publish('articles', article()),
  faq: await publish('faqs', faq()),
  topic: (await staff.create('topics', topic())).id,
  person: await publish('people', person()),
  media: (await picture(cms.payload)).id,
})

beforeEach(async () => {
  gone = await makeTargets()
  kept = await makeTargets()
})

async function deleteTargets(): Promise<void> {
  await staff.remove('conditions', gone.condition)
  await staff.remove('articles', gone.article)
  await staff.remove('faqs', gone.faq)
  await staff.remove('topics', gone.topic)
  await staff.remove('people', gone.person)
  await staff.remove('media', gone.media)
}

/** Deletes the targets and expects the referrer in the form that it has on every database, with a version of its own. */
async function expectAfterDeletion(key: DocumentKey, fields: object): Promise<void> {
  const version = (await feed.index()).get(keyOf(key))
  await deleteTargets()
  const document = await feed.document(key.collection, key.id)
  expect(document?.fields).toEqual(fields)
  expect(document?.version).not.toBe(version)
  expect((await feed.index()).get(keyOf(key))).toBe(document?.version)
}

function without(fields: object, ...names: string[]): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}

const governance = () => ({
  authors: [gone.person, kept.person],
  reviewer: gone.person,
  lastReviewed: '2026-05-04T12:00:00.000Z',
  seo: { title: 'Title', image: gone.media },
})
const governanceLeft = () => ({
  authors: [kept.person],
  lastReviewed: '2026-05-04T12:00:00.000Z',
  seo: { title: 'Title' },
})

describe('after the deletion of what it refers to, with and without a second reference', () => {
  test('an article', async () => {
    const { id } = await staff.createPublished(
      'articles',
      article({
        title: 'Referrer',
        hero: gone.media,
        conditions: [gone.condition, kept.condition],
        topics: [gone.topic],
        related: [kept.article, gone.article],
        ...governance(),
      }),
    )
    const before = { ...(await feed.document('articles', id))?.fields }
    expect(before).toMatchObject({ hero: gone.media, topics: [gone.topic], ...governance() })
    await expectAfterDeletion(
      { collection: 'articles', id },
      {
        ...without(before, 'hero', 'topics', 'reviewer'),
        conditions: [kept.condition],
        related: [kept.article],
        ...governanceLeft(),
      },
    )
  })

  test('a question', async () => {
    const { id } = await staff.createPublished(
      'faqs',
      faq({ question: 'Who refers?', conditions: [gone.condition], topic: gone.topic, ...governance() }),
    )
    const before = { ...(await feed.document('faqs', id))?.fields }
    await expectAfterDeletion(
      { collection: 'faqs', id },
      { ...without(before, 'conditions', 'topic', 'reviewer'), ...governanceLeft() },
    )
  })

  test('a person', async () => {
    const id = await publish('people', person({ name: 'Referrer', photo: gone.media }))
    await expectAfterDeletion(
      { collection: 'people', id },
      { kind: 'person', name: 'Referrer', slug: 'referrer' },
    )
  })

  test('a redirect', async () => {
    const reference = { relationTo: 'articles' as const, value: gone.article }
    const { id } = await staff.create(
      'redirects',
      redirect({ from: '/a/', to: { type: 'reference', reference } }),
    )
    expect((await feed.document('redirects', id))?.fields).toEqual({
      from: '/a/',
      to: { type: 'reference', reference },
    })
    await expectAfterDeletion({ collection: 'redirects', id }, { from: '/a/', to: { type: 'reference' } })
  })

  test('the navigation', async () => {
    const link = (relationTo: string, value: string) => ({
      label: relationTo,
      link: { kind: 'document', document: { relationTo, value } },
    })
    await staff
      .post('/api/globals/navigation')
      .send({
        header: [link('conditions', gone.condition), link('articles', kept.article)],
        footer: [link('articles', gone.article)],
      })
      .expect(200)
    await expectAfterDeletion(
      { collection: 'navigation', id: 'navigation' },
      {
        header: [{ label: 'conditions', link: { kind: 'document' } }, link('articles', kept.article)],
        footer: [{ label: 'articles', link: { kind: 'document' } }],
      },
    )
  })
})

test('what the public no longer sees is deleted: all that refers to it is told', async () => {
  const { relationTo, value } = { relationTo: 'conditions' as const, value: gone.condition }
  const expected = [
    `articles:${await publish('articles', article({ conditions: [kept.condition, gone.condition] }))}`,
    `faqs:${await publish('faqs', faq({ conditions: [gone.condition], authors: [gone.person] }))}`,
    `conditions:${await publish('conditions', condition({ reviewer: gone.person, lastReviewed: '2026-05-04T12:00:00.000Z' }))}`,
    `redirects:${await publish('redirects', redirect({ to: { type: 'reference', reference: { relationTo, value } } }))}`,
    'navigation:navigation',
  ].sort()
  await publish('articles', article({ conditions: [kept.condition], authors: [kept.person] }))
  const label = 'Trauma'
  await staff
    .post('/api/globals/navigation')
    .send({ header: [], footer: [{ label, link: { kind: 'document', document: { relationTo, value } } }] })
    .expect(200)
  await staff.unpublish('conditions', gone.condition)
  await staff.trash('people', gone.person)
  const before = await feed.now()
  await staff.remove('conditions', gone.condition)
  await staff.remove('people', gone.person)
  const { documents, gone: removed } = await feed.after(before)
  expect(documents.map(keyOf).sort()).toEqual(expected)
  expect(removed).toEqual([])
})

test('ids that a database keeps of what was deleted are left out', async () => {
  const { payload } = cms
  const { articles } = payload.collections
  const { config } = payload.globals
  const navigation = config.find(({ slug }) => slug === 'navigation')
  await deleteTargets()
  const documents = await withoutDeletedTargets(
    { payload } as PayloadRequest,
    [...articles.config.flattenedFields, ...(navigation?.flattenedFields ?? [])],
    [
      {
        title: 'As MongoDB stores it',
        hero: gone.media,
        conditions: [gone.condition, kept.condition, null],
        reviewer: kept.person,
        seo: { image: gone.media },
        footer: [
          { label: 'a', link: { document: { relationTo: 'articles', value: gone.article } } },
          { label: 'b', link: { document: { relationTo: 'articles', value: kept.article } } },
          { label: 'c', link: { document: null } },
        ],
      },
      { hero: kept.media },
    ],
  )
  expect(documents).toEqual([
    {
      title: 'As MongoDB stores it',
      conditions: [kept.condition],
      reviewer: kept.person,
      seo: {},
      footer: [
        { label: 'a', link: {} },
        { label: 'b', link: { document: { relationTo: 'articles', value: kept.article } } },
        { label: 'c', link: { document: null } },
      ],
    },
    { hero: kept.media },
  ])
})

test('a reference inside a text stays as it was written, on every database', async () => {
  const body = richText(
    paragraph(linkTo('articles', gone.article)),
    block('faqList', { faqs: [gone.faq, kept.faq] }),
  )
  const id = await publish('articles', article({ body }))
  const before = await feed.document('articles', id)
  await deleteTargets()
  expect(await feed.document('articles', id)).toEqual(before)
})

test('references to what is only withdrawn or in the trash stay: their targets still exist', async () => {
  const id = await publish('articles', article({ conditions: [gone.condition], authors: [gone.person] }))
  const before = await feed.document('articles', id)
  await staff.unpublish('conditions', gone.condition)
  await staff.trash('people', gone.person)
  expect(await feed.document('articles', id)).toEqual(before)
})
