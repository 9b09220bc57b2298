import { describe, expect, test } from '@jest/globals'
import {
  documentKeySchema,
  feedDocumentsSchema,
  feedIndexSchema,
  feedPageSchema,
  formatCursor,
  keyOf,
  parseCursor,
  rewindCursor,
  START,
} from './change-feed.ts'
import { publicCollections, publicFields, publicGlobals } from './public-fields.ts'

const ID = '6b04bc2c2a3f3b7d91391422'
const MICROSECONDS_A_SECOND = 1_000_000

describe('parseCursor', () => {
  test.each([
    START,
    { revision: 1_795_475_721_255_000, id: '' },
    { revision: 1_795_475_721_255_001, id: ID },
    { revision: 1_795_475_721_255_002, id: 'clinic' },
  ])('reads what formatCursor writes', (cursor) => {
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor)
  })

  test.each([
    '',
    '.',
    '5',
    '-5.',
    '5.5.',
    '5.a b',
    ' 5.',
    '5. ',
    '5e3.',
    'x.',
    '0x5.',
    `5.${ID}\n`,
    '99999999999999999.',
  ])('finds no cursor in %j', (text) => {
    expect(parseCursor(text)).toBeUndefined()
  })
})

describe('rewindCursor', () => {
  const now = formatCursor({ revision: 100 * MICROSECONDS_A_SECOND, id: ID })

  test('goes back by milliseconds, to before every document of that moment', () => {
    expect(parseCursor(rewindCursor(now, 60_000))).toEqual({ revision: 40 * MICROSECONDS_A_SECOND, id: '' })
    expect(parseCursor(rewindCursor(now, 0))).toEqual({ revision: 100 * MICROSECONDS_A_SECOND, id: '' })
  })

  test('goes back no further than the start', () => {
    expect(rewindCursor(now, 100_001)).toBe(formatCursor(START))
    expect(rewindCursor(now, Infinity)).toBe(formatCursor(START))
  })

  test('starts afresh from what is no cursor', () => {
    expect(rewindCursor('nonsense', 1)).toBe(formatCursor(START))
  })

  test('gives a cursor for parts of a microsecond too', () => {
    expect(parseCursor(rewindCursor(now, 0.0015))).toEqual({
      revision: 100 * MICROSECONDS_A_SECOND - 2,
      id: '',
    })
  })
})

describe('keyOf', () => {
  test('tells documents of two collections with one id apart', () => {
    expect(keyOf({ collection: 'articles', id: ID })).toBe(`articles:${ID}`)
    expect(keyOf({ collection: 'faqs', id: ID })).toBe(`faqs:${ID}`)
  })
})

describe('the schemas', () => {
  const key = { collection: 'articles', id: ID }
  const versioned = { ...key, version: 'f00d' }
  const document = { ...versioned, fields: { title: 'A title' } }
  const page = { cursor: `5.${ID}`, more: false, documents: [document], gone: [key] }

  test.each([...publicCollections, ...publicGlobals])('know %s', (collection) => {
    expect(documentKeySchema.parse({ collection, id: ID })).toEqual({ collection, id: ID })
    expect(publicFields[collection].length).toBeGreaterThan(0)
  })

  test('know no internal collection', () => {
    for (const collection of ['users', 'api-clients', 'removals', 'payload-jobs', ''])
      expect(documentKeySchema.safeParse({ collection, id: ID }).success).toBe(false)
  })

  test('take what the feed answers', () => {
    expect(feedPageSchema.parse(page)).toEqual(page)
    expect(feedDocumentsSchema.parse(page)).toEqual({ documents: [document], gone: [key] })
    expect(feedIndexSchema.parse({ cursor: '5.', documents: [versioned] })).toEqual({
      cursor: '5.',
      documents: [versioned],
    })
  })

  test.each(['cursor', 'more', 'documents', 'gone'] as const)('refuse an answer without “%s”', (name) => {
    expect(feedPageSchema.safeParse({ ...page, [name]: undefined }).success).toBe(false)
  })

  test.each([
    { ...document, version: undefined },
    { ...document, fields: 'none' },
    { ...document, collection: 'users' },
  ])('refuse a document that is none: %j', (wrong) => {
    expect(feedPageSchema.safeParse({ ...page, documents: [wrong] }).success).toBe(false)
  })
})
