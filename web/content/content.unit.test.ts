import { describe, expect, test } from '@jest/globals'
import { startReading } from './content.ts'
import { ids } from './fixtures/ids.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'

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
