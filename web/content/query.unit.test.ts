import { describe, expect, test } from '@jest/globals'
import { matching } from './query.ts'

const documents = [
  { id: 'c', fields: { name: 'éclair', order: 2, topics: ['x', 'y'] } },
  { id: 'a', fields: { name: 'Zebra', order: 1, topics: ['y'] } },
  { id: 'b', fields: { name: 'apple', topics: [] } },
  { id: 'd', fields: { name: 'Apple', order: 1 } },
]

const idsOf = (query: Parameters<typeof matching>[1]) => matching(documents, query).map(({ id }) => id)

describe('matching', () => {
  test('gives all in the order of their ids when nothing else is asked', () => {
    expect(idsOf({})).toEqual(['a', 'b', 'c', 'd'])
  })

  test('finds a value in a field, and in a field that is a list', () => {
    expect(idsOf({ where: { order: 1 } })).toEqual(['a', 'd'])
    expect(idsOf({ where: { topics: 'y' } })).toEqual(['a', 'c'])
    expect(idsOf({ where: { topics: 'y', order: 2 } })).toEqual(['c'])
  })

  test('puts what has no value last, and first when the order is turned round', () => {
    expect(idsOf({ sortBy: [{ field: 'order', order: 'ascending' }] })).toEqual(['a', 'd', 'c', 'b'])
    expect(idsOf({ sortBy: [{ field: 'order', order: 'descending' }] })).toEqual(['b', 'c', 'd', 'a'])
  })

  test('sorts names as people do', () => {
    expect(idsOf({ sortBy: [{ field: 'name', order: 'alphabetical' }] })).toEqual(['b', 'd', 'c', 'a'])
  })

  test('leaves the documents it was given in their order', () => {
    matching(documents, { sortBy: [{ field: 'order', order: 'ascending' }] })
    expect(documents.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd'])
  })
})
