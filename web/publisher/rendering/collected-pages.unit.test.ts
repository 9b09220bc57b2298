import { expect, test } from '@jest/globals'
import { CollectedPages } from './collected-pages.ts'
import type { RenderedFile } from './rendered-file.ts'

const page = (title: number): RenderedFile => ({
  file: { hash: 'a hash', size: 1 },
  status: 200,
  policy: 'a policy',
  media: [{ file: 'hill-480x270.avif', source: 'hill.avif' }],
  cards: [],
  warnings: ['Somebody should know.'],
  reads: [
    ['clinic:clinic', 3],
    ['articles:a', title],
  ],
})

test('pages hold once what several of them name, and are otherwise as they came', () => {
  const collected = new CollectedPages()
  const pages = new Map([
    ['/a/', page(1)],
    ['/b/', page(1)],
    ['/c/', page(2)],
  ])
  for (const [path, each] of pages) collected.add({ path, page: structuredClone(each) })
  const { rendered } = collected.outcome([...pages.keys()])
  expect(rendered).toEqual(pages)
  const [first, second, third] = [...rendered.values()]
  expect(second?.media[0]).toBe(first?.media[0])
  expect(second?.reads[1]).toBe(first?.reads[1])
  expect(third?.reads[0]).toBe(first?.reads[0])
})
