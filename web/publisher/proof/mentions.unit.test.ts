import { describe, expect, test } from '@jest/globals'
import { mentions } from './mentions.ts'

describe('mentions', () => {
  test.each([
    '<a href="/articles/a/">A</a>',
    "<a href='/articles/a/#dose'>A</a>",
    '<a href=/articles/a/>A</a>',
    '<a href="https://site.example/articles/a/?from=mail">A</a>',
    '<loc>https://site.example/articles/a/</loc>',
    '{"url":"/articles/a/"}',
    '[A](/articles/a/)',
  ])('finds the address in %s', (text) => {
    expect(mentions(text, '/articles/a/')).toBe(true)
  })

  test.each([
    '<a href="/articles/ab/">AB</a>',
    '<a href="/articles/a/b/">B</a>',
    '<a href="/more/articles/a/">C</a>',
    '<p>Articles such as /articles/a/ are gone.</p>',
    '',
  ])('does not find it in %s', (text) => {
    expect(mentions(text, '/articles/a/')).toBe(false)
  })

  test('takes a path as it is, also with signs that mean something in a pattern', () => {
    expect(mentions('<a href="/c++/">', '/c++/')).toBe(true)
    expect(mentions('<a href="/cc/">', '/c++/')).toBe(false)
    expect(mentions('<loc>https://site.example/m%C3%BCde/</loc>', '/müde/')).toBe(true)
  })
})
