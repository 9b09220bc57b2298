import { expect, test } from '@jest/globals'
import { ALL_FIELDS, EXISTENCE, fieldBit } from '../../content/field-set.ts'
import { questionName } from '../../content/question.ts'
import { ReadsIndex } from './reads-index.ts'

const title = fieldBit('articles', 'title')
const body = fieldBit('articles', 'body')
const readers = (index: ReadsIndex, thing: string, fields: number) =>
  [...index.readersOf(new Map([[thing, fields]]))].sort()

test('finds the pages that read a field, and all that read a document when it comes or goes', () => {
  const index = new ReadsIndex()
  index.set('/a/', [['articles:1', title | body]])
  index.set('/b/', [['articles:1', title]])
  index.set('/c/', [['articles:1', 0]])
  index.set('/d/', [['articles:2', title]])
  expect(readers(index, 'articles:1', title)).toEqual(['/a/', '/b/'])
  expect(readers(index, 'articles:1', body)).toEqual(['/a/'])
  expect(readers(index, 'articles:1', EXISTENCE | ALL_FIELDS)).toEqual(['/a/', '/b/', '/c/'])
  expect(readers(index, 'articles:3', EXISTENCE | ALL_FIELDS)).toEqual([])
})

test('knows of a page what it read last', () => {
  const index = new ReadsIndex()
  index.set('/a/', [['articles:1', title]])
  index.set('/a/', [['articles:2', title]])
  index.set('/b/', [['articles:3', title]])
  expect(readers(index, 'articles:1', title)).toEqual([])
  expect(readers(index, 'articles:2', title)).toEqual(['/a/'])
  index.delete('/a/')
  index.set('/c/', [['articles:4', title]])
  expect(readers(index, 'articles:2', title)).toEqual([])
  expect(readers(index, 'articles:3', title)).toEqual(['/b/'])
  expect(readers(index, 'articles:4', title)).toEqual(['/c/'])
})

test('gives the questions that some page asked, each once, as long as one does', () => {
  const index = new ReadsIndex()
  const question = {
    ask: 'list',
    query: { collection: 'articles', where: { topics: '1' }, limit: 3 },
  } as const
  const many = { ask: 'atLeast', number: 20, query: { collection: 'faqs' } } as const
  index.set('/a/', [[questionName(question), EXISTENCE]])
  index.set('/b/', [
    [questionName(question), EXISTENCE],
    [questionName(many), EXISTENCE],
    ['today', EXISTENCE],
  ])
  const questions = () => [...index.questions].flatMap((together) => [...together.values()])
  expect(questions()).toEqual([question, many])
  index.delete('/b/')
  expect(questions()).toEqual([question])
  index.delete('/a/')
  expect(questions()).toEqual([])
})

test('finds the pages that read a thing that many read, together with those of others', () => {
  const index = new ReadsIndex()
  const pages = Array.from({ length: 250 }, (_, page) => `/${page}/`)
  for (const page of pages) index.set(page, [['navigation:navigation', ALL_FIELDS]])
  index.set('/a/', [['articles:1', title]])
  const both = new Map([
    ['navigation:navigation', ALL_FIELDS],
    ['articles:1', title],
  ])
  expect(index.readersOf(both)).toEqual(new Set([...pages, '/a/']))
  for (const page of pages.slice(1)) index.delete(page)
  expect(index.readersOf(both)).toEqual(new Set(['/0/', '/a/']))
  index.set('/0/', [['articles:1', title]])
  expect(index.copy().readersOf(both)).toEqual(new Set(['/a/', '/0/']))
})
