import { describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { startReading } from './content.ts'
import { fieldNames } from './field-set.ts'
import { ids } from './fixtures/ids.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'
import type { Snapshot } from './snapshot.ts'

const read = () => startReading(fixtureSnapshot({ older: 3 })).content

describe('get, bySlug and global', () => {
  test('find what is public', () => {
    const content = read()
    expect(content.get('articles', ids.evidence)?.fields.slug).toBe('ketamine-evidence')
    expect(content.bySlug('conditions', 'ptsd')?.id).toBe(ids.ptsd)
    expect(content.global('clinic')?.name).toBe('Harbor Street Clinic')
  })

  test('find nothing else', () => {
    const content = startReading(fixtureSnapshot({ without: ['crisis:crisis'] })).content
    expect(content.get('articles', ids.unpublishedArticle)).toBeUndefined()
    expect(content.get('conditions', ids.evidence)).toBeUndefined()
    expect(content.bySlug('articles', 'ptsd')).toBeUndefined()
    expect(content.global('crisis')).toBeUndefined()
  })
})

describe('list and count', () => {
  test('page through an answer', () => {
    const content = read()
    const query = { collection: 'articles', sortBy: [{ field: 'publishedAt', order: 'ascending' }] } as const
    expect(content.count(query)).toBe(6)
    expect(content.list({ ...query, offset: 1, limit: 2 }).map(({ fields }) => fields.slug)).toEqual([
      'living-well-2',
      'living-well-3',
    ])
    expect(content.count({ ...query, limit: 2 })).toBe(6)
  })

  test('give documents that nobody can change', () => {
    const [article] = read().list({ collection: 'articles', where: { slug: 'first-esketamine-visit' } })
    expect(() => article?.fields.keyPoints?.reverse()).toThrow('read only')
    expect(() => {
      ;(article?.fields.body.root as { type: string }).type = 'changed'
    }).toThrow('read only')
  })

  test('give lists that do not share their order', () => {
    const content = read()
    ;(content.list({ collection: 'topics' }) as unknown[]).reverse()
    expect(content.list({ collection: 'topics' }).map(({ fields }) => fields.slug)).toEqual([
      'treatment',
      'nothing-yet',
      'safety',
    ])
  })
})

describe('media', () => {
  test('notes each file that the page needs, once', () => {
    const reading = startReading(fixtureSnapshot())
    reading.content.media(ids.path)
    const first = reading.mediaUsed()
    reading.content.media(ids.path)
    expect(reading.mediaUsed()).toEqual(first)
    expect(first.map(({ source }) => source)).toContain('morning path-480x270.avif')
    expect(first).toHaveLength(6)
  })

  test('reads of a picture the same for every page, though it is described once', () => {
    const snapshot = fixtureSnapshot()
    const reads = [1, 2].map(() => {
      const reading = startReading(snapshot)
      const picture = reading.content.media(ids.path)
      expect(Object.isFrozen(picture?.formats[0]?.files[0])).toBe(true)
      return [picture, reading.reads(), reading.mediaUsed()]
    })
    expect(reads[1]).toEqual(reads[0])
    const reading = startReading(snapshot)
    reading.content.media(ids.path)
    const [[thing, fields] = ['', 0]] = reading.reads()
    expect(thing).toBe(`media:${ids.path}`)
    expect(fieldNames('media', fields)).toEqual(expect.arrayContaining(['alt', 'contentHash', 'sizes']))
  })

  test('describes another version of a picture anew', () => {
    const alt = (snapshot: Snapshot) => startReading(snapshot).content.media(ids.path)?.alt
    const [before] = [...fixtureSnapshot().documents.values()].filter(({ id }) => id === ids.path)
    const changed = { ...before, version: 'other', fields: { ...before?.fields, alt: 'Another path.' } }
    expect(alt(fixtureSnapshot())).not.toBe('Another path.')
    expect(alt(fixtureSnapshot({ documents: [changed as unknown as PublicDocument] }))).toBe('Another path.')
  })

  test('knows no picture that is not public', () => {
    const reading = startReading(fixtureSnapshot({ without: [`media:${ids.path}`] }))
    expect(reading.content.media(ids.path)).toBeUndefined()
    expect(reading.mediaUsed()).toEqual([])
  })
})

test('a reading keeps its warnings to itself, each once', () => {
  const snapshot = fixtureSnapshot()
  const reading = startReading(snapshot)
  reading.content.warn('one')
  reading.content.warn('two')
  reading.content.warn('one')
  expect(reading.warnings()).toEqual(['one', 'two'])
  expect(startReading(snapshot).warnings()).toEqual([])
})

test('the address of the site has no slash at its end', () => {
  const { content } = startReading({ ...fixtureSnapshot(), siteUrl: 'https://example.org/' })
  expect(content.siteUrl).toBe('https://example.org')
})
