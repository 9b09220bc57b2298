import { expect, test } from '@jest/globals'
import { withoutUnaskedIndexes } from './unasked-indexes.ts'

test('indexes on places alone go, and all others stay', () => {
  const table = (name: string, columns: Record<string, string | string[]>) => ({
    name,
    columns: {},
    indexes: Object.fromEntries(Object.entries(columns).map(([index, on]) => [index, { name: index, on }])),
  })
  const tables = {
    sources: table('sources', { order: '_order', parent: '_parentID' }),
    rels: table('rels', { order: 'order', path: ['path'], parent: 'parent', unique: ['topicsID', 'path'] }),
    pages: table('pages', { slug: 'slug' }),
    bare: { name: 'bare', columns: {} },
  }
  withoutUnaskedIndexes(tables)
  const left = Object.values(tables).flatMap((each) => ('indexes' in each ? Object.keys(each.indexes) : []))
  expect(left).toEqual(['parent', 'parent', 'unique', 'slug'])
})
