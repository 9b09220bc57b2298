import { describe, expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { ids } from '../../content/fixtures/ids.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { renderBody } from './body.ts'

const bodyIn = (snapshot = fixtureSnapshot()) => {
  const reading = startReading(snapshot)
  const document = reading.content.get('articles', ids.preparing)
  if (!document) throw new Error('The article is not in the fixture.')
  return { reading, body: renderBody(reading.content, document) }
}

describe('renderBody', () => {
  test('gives two pages of one document the same text, and each of them has read it', () => {
    const snapshot = fixtureSnapshot()
    const [first, second] = [bodyIn(snapshot), bodyIn(snapshot)]
    expect(second.body.markup).toBe(first.body.markup)
    expect(second.body.sections).toEqual(first.body.sections)
    expect(new Map(second.reading.reads())).toEqual(new Map(first.reading.reads()))
    expect(second.reading.mediaUsed()).toEqual(first.reading.mediaUsed())
    expect(first.reading.mediaUsed()).not.toEqual([])
  })

  test('lets each page go on with ids and sources of its own', () => {
    const snapshot = fixtureSnapshot()
    const [first, second] = [bodyIn(snapshot).body, bodyIn(snapshot).body]
    const source = { key: 'another', title: 'Another source' }
    for (const { scope } of [first, second]) {
      expect(scope.ids.take('Before you come')).toBe('before-you-come-2')
      expect(scope.sources.cite({ id: 'x', fields: { sources: [source] } }, 'another')).toBe(3)
      expect(scope.sources.all).toHaveLength(3)
    }
  })

  test('reads what the page reads with it later for that page alone', () => {
    const snapshot = fixtureSnapshot()
    const [first, second] = [bodyIn(snapshot), bodyIn(snapshot)]
    first.body.scope.content.get('topics', ids.emptyTopic)
    const things = ({ reading }: typeof first) => reading.reads().map(([thing]) => thing)
    expect(things(first)).toContain(`topics:${ids.emptyTopic}`)
    expect(things(second)).not.toContain(`topics:${ids.emptyTopic}`)
  })
})
