import { describe, expect, test } from '@jest/globals'
import { siteFileOf } from './site-file.ts'

describe('siteFileOf', () => {
  test.each([
    ['/', 'index.html'],
    ['/a/', 'a/index.html'],
    ['/articles/page/1/', 'articles/page/1/index.html'],
    ['/404.html', '404.html'],
    ['/feed.xml', 'feed.xml'],
    ['/.well-known/security.txt', '.well-known/security.txt'],
    ['/media/a-picture-0a1b-small.avif', 'media/a-picture-0a1b-small.avif'],
  ])('lays %s in %s', (path, file) => {
    expect(siteFileOf(path)).toBe(file)
  })

  test.each([
    '',
    'a/',
    '/../a',
    '/a/../../b/',
    '/a/./b/',
    '//a/',
    '/.env',
    '/a/.htaccess',
    '/.well-known',
    '/.well-known/.a',
    '/a/.well-known/b',
    '/a\\b',
    '/a\0b',
    '/a%2Fb',
    '/a b/',
    '/C:/a',
  ])('refuses %j', (path) => {
    expect(() => siteFileOf(path)).toThrow('is no path that a page of the site can have')
  })
})
