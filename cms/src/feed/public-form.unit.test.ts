import { tmpdir } from 'node:os'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { buildConfig } from 'payload'
import type { FlattenedField, SanitizedConfig } from 'payload'
import { publicFields } from '@careword/shared/public-fields.ts'
import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import { cmsConfig } from '../cms-config.ts'
import { block, richText, words } from '../testing/rich-text.ts'
import { publicForm } from './public-form.ts'
import {
  fullArticle,
  fullClinic,
  fullCondition,
  fullCrisis,
  fullFaq,
  fullMedia,
  fullNavigation,
  fullPage,
  fullPerson,
  fullRedirect,
  fullSearch,
  fullTopic,
} from './testing/full-documents.ts'

type Values = Record<string, unknown>

let config: SanitizedConfig

beforeAll(async () => {
  config = await buildConfig(
    cmsConfig({
      DATABASE_URI: undefined,
      PAYLOAD_SECRET: 'secret',
      CMS_URL: 'http://localhost:3000',
      SITE_URL: 'http://localhost:4321',
      PUBLISHER_URL: 'http://127.0.0.1:9',
      NUDGE_SECRET: 'secret',
      PUBLISHER_API_KEY: 'key',
      DEPLOY_HOOKS: [],
      SETUP_TOKEN: 'token',
      SEED_WHEN_EMPTY: false,
      DATA_DIR: tmpdir(),
    }),
  )
})

function formOf(collection: DocumentCollection, document: object) {
  const { flattenedFields } = [...config.collections, ...config.globals].find(
    ({ slug }) => slug === collection,
  ) as { flattenedFields: FlattenedField[] }
  return publicForm({ collection, id: 'id' }, flattenedFields, document as Values)
}

const fieldsOf = (collection: DocumentCollection, document: object): Values =>
  formOf(collection, document).fields

const id = (digit: string) => digit.repeat(24)
const targets = {
  condition: id('1'),
  article: id('2'),
  faq: id('3'),
  page: id('4'),
  topic: id('5'),
  person: id('6'),
  media: id('7'),
}

const file = { filename: 'a.png', mimeType: 'image/png', width: 24, height: 16, url: '/api/media/file/a.png' }
const full: Record<DocumentCollection, Values> = {
  articles: fullArticle(targets),
  conditions: fullCondition(targets),
  faqs: fullFaq(targets),
  pages: fullPage(targets),
  people: fullPerson(targets),
  topics: fullTopic(),
  redirects: fullRedirect(targets),
  media: { ...fullMedia(), ...file, contentHash: 'hash', sizes: { smallWebp: file } },
  clinic: fullClinic(),
  crisis: fullCrisis(),
  navigation: fullNavigation(targets),
  search: fullSearch(),
}

const everyField = Object.entries(publicFields).flatMap(([collection, fields]) =>
  fields.map((field): [DocumentCollection, string] => [collection as DocumentCollection, field]),
)

describe('the version', () => {
  test.each(everyField)('of %s depends on %s', (collection, field) => {
    const { version } = formOf(collection, full[collection])
    expect(formOf(collection, { ...full[collection], [field]: undefined }).version).not.toBe(version)
  })

  test.each(Object.keys(full) as DocumentCollection[])(
    'of %s does not depend on what is internal, on row ids or on the order of keys',
    (collection) => {
      const stored = {
        ...(withRowIds(reversed(full[collection])) as Values),
        id: id('8'),
        revision: 1_795_000_000_000_000,
        updatedAt: '2026-11-23T00:00:00.000Z',
        createdAt: '2026-11-22T00:00:00.000Z',
        deletedAt: null,
        _status: 'published',
        createdBy: 'somebody',
        lastVerifiedBy: 'somebody',
        globalType: collection,
        prefix: 'internal',
      }
      expect(formOf(collection, stored)).toEqual(formOf(collection, full[collection]))
    },
  )

  test('depends on the order of rows', () => {
    const rows = [{ point: 'One.' }, { point: 'Two.' }]
    const { version } = formOf('articles', { keyPoints: rows })
    expect(formOf('articles', { keyPoints: rows.toReversed() }).version).not.toBe(version)
  })

  test('depends on every letter of a text', () => {
    const { version } = formOf('articles', { body: words('Ketamine') })
    expect(formOf('articles', { body: words('ketamine') }).version).not.toBe(version)
  })
})

describe('the form of what is empty', () => {
  test.each([
    ['absent', {}],
    [
      'null',
      { title: null, body: null, keyPoints: null, authors: null, hero: null, lastReviewed: null, seo: null },
    ],
    ['empty', { title: '', keyPoints: [], authors: [], sources: [], seo: {} }],
    ['a group of empty fields', { seo: { title: '', description: null, image: undefined } }],
    ['a box that is not ticked', { starterContent: false }],
    ['a box that never was', { starterContent: null }],
  ])('is the same when it is %s', (_, document) => {
    expect(formOf('articles', document)).toEqual(formOf('articles', {}))
    expect(fieldsOf('articles', document)).toEqual({})
  })

  test('is left out of the blocks of a text too', () => {
    const textWith = (status: object, rows: object[]) =>
      richText(
        block('treatmentStatus', { id: 'a', treatment: 'Ketamine', ...status }),
        block('list', { id: 'b', rows }),
      )
    expect(
      fieldsOf('articles', {
        body: textWith({ source: '', detail: null }, [{ label: 'a', note: '' }, { label: '' }]),
      }),
    ).toEqual({ body: textWith({}, [{ label: 'a' }, {}]) })
  })

  test('leaves the text as it is stored, and is the text itself where nothing is empty', () => {
    const stored = richText(
      block('callout', { id: 'a', title: '', body: words('Ketamine') }),
      block('callout', { id: 'b', title: 'A note', body: words('Rest') }),
    )
    const before = structuredClone(stored)
    const { body } = fieldsOf('articles', { body: stored }) as { body: typeof stored }
    expect(stored).toEqual(before)
    expect(body).not.toEqual(stored)
    expect(body.root.children[1]).toBe(stored.root.children[1])
    const full = words('Ketamine')
    expect(fieldsOf('articles', { body: full }).body).toBe(full)
  })

  test('keeps rows in their places, with what they say', () => {
    expect(
      fieldsOf('articles', {
        sources: [{ id: id('8'), key: 'a', title: 'A', authors: '', year: null }, { key: 'b' }],
      }),
    ).toEqual({ sources: [{ key: 'a', title: 'A' }, { key: 'b' }] })
  })

  test('keeps zero, which is a number like others', () => {
    expect(fieldsOf('faqs', { order: 0 })).toEqual({ order: 0 })
    expect(fieldsOf('media', { focalX: 0, focalY: 0 })).toEqual({ focalX: 0, focalY: 0 })
  })
})

test.each([
  ['a Date', new Date('2026-05-04T12:00:00Z')],
  ['another zone', '2026-05-04T14:00:00+02:00'],
  ['the form of the feed', '2026-05-04T12:00:00.000Z'],
])('a date that is stored as %s has one form', (_, date) => {
  const expected = '2026-05-04T12:00:00.000Z'
  expect(
    fieldsOf('articles', { lastReviewed: date, changeNotes: [{ date, kind: 'minor', text: 'A note.' }] }),
  ).toEqual({ lastReviewed: expected, changeNotes: [{ date: expected, kind: 'minor', text: 'A note.' }] })
})

test('a box that is ticked is true', () => {
  expect(fieldsOf('articles', { starterContent: true })).toEqual({ starterContent: true })
})

test('the address of a file is left out, the address of a source and of a link is not', () => {
  const { sizes, ...fields } = fieldsOf('media', full.media)
  expect(JSON.stringify({ sizes, fields })).not.toContain('/api/')
  expect(fieldsOf('articles', full.articles)).toMatchObject({
    sources: [{ url: 'https://example.org/trial' }],
  })
  expect(fieldsOf('redirects', { from: '/a/', to: { type: 'custom', url: '/b/' } })).toEqual({
    from: '/a/',
    to: { type: 'custom', url: '/b/' },
  })
})

/** The same content with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

/** The same content with an id in every row, as databases store it; texts keep theirs, which belong to the text. */
function withRowIds(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      typeof item === 'object' ? { id: id(String(index)), ...(withRowIds(item) as Values) } : item,
    )
  if (value === null || typeof value !== 'object' || 'root' in value) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withRowIds(inner)]))
}
