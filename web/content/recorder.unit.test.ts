import { describe, expect, test } from '@jest/globals'
import { ALL_FIELDS, EXISTENCE, fieldNames } from './field-set.ts'
import { startReading, type Content } from './content.ts'
import { ids } from './fixtures/ids.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'

/** What is read while `read` runs: of documents the names of the fields, and the names of questions. */
const recorded = (read: (content: Content) => unknown): Record<string, unknown> => {
  const reading = startReading(fixtureSnapshot())
  read(reading.content)
  return Object.fromEntries<unknown>(
    reading.reads().map(([thing, fields]) => {
      if (fields === EXISTENCE) return [thing, 'asked']
      if (fields === ALL_FIELDS) return [thing, 'all']
      return [thing, fieldNames('articles', fields)]
    }),
  )
}

const article = `articles:${ids.preparing}`
const ofArticle = (use: (fields: Record<string, unknown>) => unknown) =>
  recorded((content) => use(content.get('articles', ids.preparing)?.fields ?? {}))[article]

describe('of a document are recorded', () => {
  test.each<[string, (fields: Record<string, unknown>) => unknown, unknown]>([
    ['nothing but its being there, when no field is read', () => undefined, []],
    ['a field that is read', ({ title }) => title, ['title']],
    [
      'several fields, in the order of the list of fields',
      ({ slug, title }) => [slug, title],
      ['title', 'slug'],
    ],
    ['a field that the document does not have', ({ seo }) => seo, ['seo']],
    ['a field behind “?.”', (fields) => (fields as { seo?: { title: string } }).seo?.title, ['seo']],
    ['a field that is looked for with “in”', (fields) => 'hero' in fields, ['hero']],
    ['a field that is looked for with “hasOwn”', (fields) => Object.hasOwn(fields, 'hero'), ['hero']],
    ['a whole field when a part of it is read', ({ body }) => (body as { root: unknown }).root, ['body']],
    ['a field that is a list', ({ topics }) => (topics as string[]).map((id) => id), ['topics']],
    ['all fields when some are taken and the rest too', ({ title, ...rest }) => [title, rest], 'all'],
    ['all fields when they are spread', (fields) => ({ ...fields }), 'all'],
    ['all fields when they are listed', (fields) => Object.entries(fields), 'all'],
    ['all fields when they are written as JSON', (fields) => JSON.stringify(fields), 'all'],
    ['a field that the list of fields does not have, as one of the others', ({ odd }) => odd, ['…']],
  ])('%s', (_, use, fields) => {
    expect(ofArticle(use)).toEqual(fields)
  })

  test('all fields when the document itself is spread, or its version is read', () => {
    const get = (content: Content) => content.get('articles', ids.preparing)
    expect(recorded((content) => ({ ...get(content) }))[article]).toBe('all')
    expect(recorded((content) => get(content)?.version)[article]).toBe('all')
    expect(recorded((content) => [get(content)?.id, get(content)?.collection])[article]).toEqual([])
  })
})

describe('a document that is given out', () => {
  const read = () => startReading(fixtureSnapshot()).content

  test('reads like the one in the snapshot', () => {
    const snapshot = fixtureSnapshot()
    for (const document of snapshot.documents.values()) {
      const shown = startReading(snapshot).content.get(document.collection as 'articles', document.id)
      expect(shown).toEqual(document)
      expect(JSON.stringify(shown)).toBe(JSON.stringify(document))
      expect(Object.keys(shown?.fields ?? {})).toEqual(Object.keys(document.fields))
    }
  })

  test('is the same object however it is asked for', () => {
    const content = read()
    const document = content.get('articles', ids.preparing)
    expect(content.bySlug('articles', 'first-esketamine-visit')).toBe(document)
    expect(content.list({ collection: 'articles' })).toContain(document)
    expect(content.get('articles', ids.preparing)?.fields).toBe(document?.fields)
    expect(document?.fields.body).toBe(document?.fields.body)
  })

  test('cannot be changed', () => {
    const fields = read().get('articles', ids.preparing)?.fields as Record<string, unknown>
    expect(() => {
      fields.title = 'Another'
    }).toThrow(TypeError)
    expect(() => delete fields.title).toThrow(TypeError)
    expect(() => Object.defineProperty(fields, 'title', { value: 'Another' })).toThrow(TypeError)
    expect(() => Object.freeze(fields)).toThrow(TypeError)
    expect(fields.title).toBe('Getting ready for your first esketamine visit')
  })

  test('passes through a promise', async () => {
    const document = read().get('articles', ids.preparing)
    expect(await Promise.resolve(document?.fields)).toBe(document?.fields)
  })
})

describe('besides documents are recorded', () => {
  test('documents that are not there', () => {
    expect(recorded((content) => content.get('articles', ids.unpublishedArticle))).toEqual({
      [`articles:${ids.unpublishedArticle}`]: [],
    })
  })

  test('slugs, found or not', () => {
    expect(Object.keys(recorded((content) => content.bySlug('articles', 'nothing')))).toEqual([
      'articles/nothing',
    ])
    expect(Object.keys(recorded((content) => content.bySlug('conditions', 'ptsd')))).toEqual([
      `conditions:${ids.ptsd}`,
      'conditions/ptsd',
    ])
  })

  test('queries with their paging, each once, and the documents that they give', () => {
    const list = (content: Content) => content.list({ collection: 'articles', limit: 1 })
    expect(recorded((content) => [list(content), list(content)])).toEqual({
      [article]: [],
      '["list","articles",null,null,null,1,null]': 'asked',
    })
    expect(recorded((content) => content.count({ collection: 'articles' }))).toEqual({
      '["count","articles",null,null,null,null,null]': 'asked',
    })
  })

  test('the date and the address of the site', () => {
    expect(recorded((content) => [content.today, content.siteUrl])).toEqual({
      today: 'asked',
      siteUrl: 'asked',
    })
  })

  test('of the target of a link, what decides its address, and its title only when it is used', () => {
    const link = (content: Content) => content.linkTo({ relationTo: 'articles', value: ids.preparing })
    expect(recorded((content) => link(content)?.path)).toEqual({ [article]: ['slug'] })
    expect(recorded((content) => link(content)?.title)).toEqual({ [article]: ['title', 'slug'] })
  })

  test('pictures, but nothing of what describes other uses of them', () => {
    expect(recorded((content) => content.media(ids.path))).toHaveProperty([`media:${ids.path}`])
  })
})
