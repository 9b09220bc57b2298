import { expect, jest, test } from '@jest/globals'
import { startReading, type Content, type Reading } from './content.ts'
import { ids } from './fixtures/ids.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'

/** Reads something of every kind. */
function part(content: Content): string {
  content.list({ collection: 'topics' })
  content.media(ids.path)
  content.get('articles', ids.unpublishedArticle)
  content.card({ title: 'A card', section: 'Articles', clinicName: 'A clinic' })
  content.warn('Somebody should know.')
  return content.get('articles', ids.preparing)?.fields.title ?? ''
}

const noted = (reading: Reading) => ({
  reads: new Map(reading.reads()),
  media: reading.mediaUsed(),
  cards: reading.cardsUsed(),
  warnings: reading.warnings(),
})

test('a shared part is made once, and counts for each page as if it had made it itself', () => {
  const snapshot = fixtureSnapshot()
  const alone = startReading(snapshot)
  part(alone.content)
  const make = jest.fn(part)
  const [first, second] = [startReading(snapshot), startReading(snapshot)]
  const values = [first, second].map(({ content }) => content.shared('a part', make))
  expect(values).toEqual(Array(2).fill('Getting ready for your first esketamine visit'))
  expect(make).toHaveBeenCalledTimes(1)
  expect(noted(first)).toEqual(noted(alone))
  expect(noted(second)).toEqual(noted(alone))
})

test('what a page has read besides is added to what was read for the part', () => {
  const read = (asPart: (content: Content) => unknown) => {
    const reading = startReading(fixtureSnapshot())
    const fields = () => reading.content.get('articles', ids.preparing)?.fields
    expect(fields()?.slug).toBe('first-esketamine-visit')
    asPart(reading.content)
    expect(fields()?.summary).toContain('three hours')
    return reading.reads()
  }
  const reads = read((content) => content.shared('a part', part))
  expect(new Map(reads)).toEqual(new Map(read(part)))
  expect(reads).toHaveLength(new Map(reads).size)
})

test('another part, and the part of another snapshot, are made anew', () => {
  const make = jest.fn(part)
  const snapshot = fixtureSnapshot()
  for (const name of ['a part', 'another part']) startReading(snapshot).content.shared(name, make)
  startReading({ ...snapshot }).content.shared('a part', make)
  expect(make).toHaveBeenCalledTimes(3)
})

test('few parts are held', () => {
  const make = jest.fn(part)
  const snapshot = fixtureSnapshot()
  for (const name of ['a', 'b', 'c', 'd', 'e', 'a']) startReading(snapshot).content.shared(name, make)
  expect(make).toHaveBeenCalledTimes(6)
})
