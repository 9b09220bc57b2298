import { describe, expect, test } from '@jest/globals'
import { formatHeaders, headerRules, headersFor, parseHeaders } from './headers-file.ts'

const POLICY = "default-src 'self'; script-src 'self' 'sha256-abc='"

describe('the file _headers', () => {
  test('is what Netlify and Cloudflare Pages read', () => {
    expect(formatHeaders(headerRules(POLICY))).toBe(`/*
  Content-Security-Policy: ${POLICY}
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()

/_astro/*
  Cache-Control: public, max-age=31536000, immutable

/media/*
  Cache-Control: public, max-age=31536000, immutable
`)
  })

  test('is read back as it was written', () => {
    const rules = headerRules(POLICY)
    expect(parseHeaders(formatHeaders(rules))).toEqual(rules)
  })

  test('names no header in two rules that fit the same path, since hosts join the values', () => {
    for (const path of ['/', '/a/', '/_astro/a.css', '/media/a.webp']) {
      const names = headersFor(headerRules(POLICY), path).map(([name]) => name)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  test('skips lines that it does not understand', () => {
    expect(parseHeaders('  Early: header\n# note\n/a\n  Good: yes\n  no colon\n')).toEqual([
      { pattern: '/a', headers: [['Good', 'yes']] },
    ])
  })
})

describe('headersFor', () => {
  test('finds rules for one path and for all below one', () => {
    const rules = parseHeaders('/a/\n  One: 1\n/a/*\n  All: 2\n')
    expect(headersFor(rules, '/a/')).toEqual([
      ['One', '1'],
      ['All', '2'],
    ])
    expect(headersFor(rules, '/a/b/')).toEqual([['All', '2']])
    expect(headersFor(rules, '/ab/')).toEqual([])
  })
})
