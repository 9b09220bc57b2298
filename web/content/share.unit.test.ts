import { describe, expect, test } from '@jest/globals'
import { startReading } from './content.ts'
import { fixtureSnapshot } from './fixtures/snapshot.ts'
import { manyDocuments } from './fixtures/many-documents.ts'
import { shareField } from './share.ts'

const { content } = startReading(
  fixtureSnapshot({ documents: manyDocuments({ articles: 400, faqs: 0, conditions: 0 }) }),
)

describe('shareField', () => {
  test.each([1, 3, 16])('parts a collection into %d shares, each document in one of them', (shares) => {
    const found = Array.from({ length: shares }, (_, share) =>
      content.list({ collection: 'articles', where: { [shareField(shares)]: share } }).map(({ id }) => id),
    )
    const all = content.list({ collection: 'articles' }).map(({ id }) => id)
    expect(found.flat().sort()).toEqual(all.toSorted())
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThan((2 * all.length) / shares)
  })
})
