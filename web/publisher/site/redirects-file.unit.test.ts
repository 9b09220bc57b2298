import { describe, expect, test } from '@jest/globals'
import { formatRedirects, parseRedirects, redirectFor, redirectRules } from './redirects-file.ts'

const rulesOf = (...redirects: [from: string, to: string][]) =>
  redirectRules(redirects.map(([from, to]) => ({ from, to })))

describe('redirectRules', () => {
  test('makes lines that Netlify and Cloudflare Pages read', () => {
    const rules = rulesOf(['/old/', '/articles/new/'], ['/chat', 'https://chat.example/?a=1#b'])
    expect(formatRedirects(rules)).toBe('/old/ /articles/new/ 301\n/chat https://chat.example/?a=1#b 301\n')
  })

  test('lets no redirect bring rules, wildcards or words of its own', () => {
    const rules = rulesOf(['/a b\n/* https://evil.example 200', '/c d'], ['/x*', '/y'], ['/:all', '/z'])
    const lines = formatRedirects(rules).trim().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines.every((line) => line.split(' ').length === 3)).toBe(true)
    expect(lines.map((line) => line.split(' ')[0]).join('')).not.toMatch(/[*:]/)
  })
})

describe('redirectFor', () => {
  const find = (path: string, ...redirects: [string, string][]) =>
    redirectFor(parseRedirects(formatRedirects(rulesOf(...redirects))), path)?.to

  test('takes an address with and without the slash at its end for one', () => {
    expect(find('/old', ['/old/', '/new/'])).toBe('/new/')
    expect(find('/old/', ['/old', '/new/'])).toBe('/new/')
    expect(find('/older/', ['/old', '/new/'])).toBeUndefined()
  })

  test.each(['/alte seite', '/größe', '/50%', '/a:b', '/a*b'])(
    'finds %j, however it had to be written',
    (from) => {
      expect(find(from, [from, '/new/'])).toBe('/new/')
    },
  )

  test('writes targets so that they can stand in a header', () => {
    expect(find('/a', ['/a', '/größe/'])).toBe('/gr%C3%B6%C3%9Fe/')
  })
})
