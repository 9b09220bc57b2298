import { describe, expect, test } from '@jest/globals'
import { startReading } from './content.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'
import { roundedCount } from './rounded-count.ts'

const ARTICLES_OF_THE_FIXTURE = 3

describe('roundedCount', () => {
  test.each([
    [3, 8],
    [8, 8],
    [9, 12],
    [12, 12],
    [13, 16],
    [100, 128],
  ])('takes %d documents for %d', (documents, rounded) => {
    const { content } = startReading(fixtureSnapshot({ older: documents - ARTICLES_OF_THE_FIXTURE }))
    expect(roundedCount(content, 'articles')).toBe(rounded)
  })
})
