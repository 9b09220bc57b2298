import { describe, expect, test } from '@jest/globals'
import { encodePath, requestedPath } from './requested-path.ts'

describe('requestedPath', () => {
  test.each([
    ['/', '/', ''],
    ['/a/', '/a/', ''],
    ['/a?b=c&d', '/a', '?b=c&d'],
    ['/a?b#c', '/a', '?b'],
    ['/a#c?d', '/a', ''],
    ['/gr%C3%B6%C3%9Fe/', '/größe/', ''],
    ['/a%20b', '/a b', ''],
    ['/.well-known/security.txt', '/.well-known/security.txt', ''],
    ['http://localhost:4811/articles/?b', '/articles/', '?b'],
    ['HTTPS://site.example', '/', ''],
    ['http://site.example?b', '/', '?b'],
  ])('reads %s', (target, path, query) => {
    expect(requestedPath(target)).toEqual({ path, query })
  })

  test.each([
    '',
    'a',
    '*',
    '//',
    '/a//b',
    '/..',
    '/a/../b',
    '/.a',
    '/a/.b/c',
    '/.well-known',
    '/.well-known/.a',
    '/a/.well-known/b',
    '/a%2Fb',
    '/a%5Cb',
    '/a%0Ab',
    'http:///a',
    'http://site.example//a',
    'http://site.example/../a',
    '/http://site.example/a',
    'ftp://site.example/a',
    '/%E0%A4%A',
  ])('finds no page in %j', (target) => {
    expect(requestedPath(target)).toBeUndefined()
  })
})

describe('encodePath', () => {
  test('keeps slashes and encodes the rest', () => {
    expect(encodePath('/größe a/b/')).toBe('/gr%C3%B6%C3%9Fe%20a/b/')
  })
})
