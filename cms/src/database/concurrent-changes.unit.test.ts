import { beforeEach, describe, expect, test } from '@jest/globals'
import { ConcurrentChanges } from './concurrent-changes.ts'

let changes: ConcurrentChanges

beforeEach(() => {
  changes = new ConcurrentChanges()
})

/** A transaction that has looked at the database and changed these documents. */
function transaction(...documents: string[]) {
  const span = changes.open()
  changes.look(span)
  for (const document of documents) span.changed.add(document)
  return span
}

describe('ConcurrentChanges', () => {
  test('the second of two transactions that changed one document overlaps', () => {
    const [first, second] = [transaction('a'), transaction('a', 'b')]
    expect(changes.overlaps(first)).toBe(false)
    changes.committed(first.changed)
    changes.close(first)
    expect(changes.overlaps(second)).toBe(true)
  })

  test('transactions that changed different documents do not overlap', () => {
    const [first, second] = [transaction('a'), transaction('b')]
    changes.committed(first.changed)
    expect(changes.overlaps(second)).toBe(false)
  })

  test("one that was rolled back is in nobody's way", () => {
    const [first, second] = [transaction('a'), transaction('a')]
    changes.close(first)
    expect(changes.overlaps(second)).toBe(false)
  })

  test('what was committed before a transaction looked does not count, though it was open', () => {
    const span = changes.open()
    changes.committed(['a'])
    changes.look(span)
    span.changed.add('a')
    expect(changes.overlaps(span)).toBe(false)
    changes.committed(['a'])
    expect(changes.overlaps(span)).toBe(true)
    changes.look(span)
    expect(changes.overlaps(span)).toBe(true)
  })
})
