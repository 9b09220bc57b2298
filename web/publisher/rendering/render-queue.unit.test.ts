import { expect, test } from '@jest/globals'
import { RenderQueue } from './render-queue.ts'

const numbers = Array.from({ length: 40 }, (_, index) => index)
const pages = numbers.map((number) => `/articles/${number}/`)
const paths = ['/', ...pages, '/404.html', ...pages.map((path) => `${path}index.md`)]

function batches(queue: RenderQueue): (readonly string[])[] {
  const all: (readonly string[])[] = []
  for (let batch = queue.take(); batch; batch = queue.take()) all.push(batch.paths)
  return all
}

test('a page and its Markdown are in one batch, one after the other', () => {
  const taken = batches(new RenderQueue(paths))
  expect(taken.length).toBeGreaterThan(4)
  for (const page of pages) {
    const batch = taken.find((each) => each.includes(page)) ?? []
    expect(batch[batch.indexOf(page) + 1]).toBe(`${page}index.md`)
  }
})

test('every page is taken once', () => {
  expect(batches(new RenderQueue(paths)).flat().toSorted()).toEqual(paths.toSorted())
})

test('what no thread takes is in the same order', () => {
  const queue = new RenderQueue(paths)
  const first = queue.take()
  expect([...(first?.paths ?? []), ...queue.rest()]).toEqual(batches(new RenderQueue(paths)).flat())
})
