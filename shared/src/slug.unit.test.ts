import { describe, expect, test } from '@jest/globals'
import { checkSlug, slugFrom } from './slug.ts'

const LONGEST = 96

describe('checkSlug', () => {
  test.each(['ptsd', 'living-with-ptsd', '12-steps', '988', 'a'.repeat(LONGEST)])('takes “%s”', (slug) => {
    expect(checkSlug(slug)).toBe(true)
  })

  test.each([
    ['Living with PTSD', 'living-with-ptsd'],
    ['a/b', 'a-b'],
    ['../admin', 'admin'],
    ['a--b', 'a-b'],
    ['-a-', 'a'],
    ['under_score', 'under-score'],
    ['naïve', 'naive'],
    ['a.html', 'a-html'],
    ['a%2fb', 'a-2fb'],
    ['a\nb', 'a-b'],
    ['a ', 'a'],
  ])('refuses %j and offers “%s”', (slug, better) => {
    expect(checkSlug(slug)).toBe(
      `An address has only small letters, digits and single hyphens between words. Try “${better}”.`,
    )
    expect(checkSlug(better)).toBe(true)
  })

  test('offers nothing when nothing is left', () => {
    expect(checkSlug('..')).toBe(
      'An address has only small letters, digits and single hyphens between words.',
    )
  })

  test('asks for one when it is empty', () => {
    expect(checkSlug('')).toBe('Write the last part of the page’s address, for example “living-with-ptsd”.')
  })

  test('refuses one that is too long, and says by how much', () => {
    expect(checkSlug('a'.repeat(LONGEST + 1))).toBe('The address has 97 characters; at most 96 fit.')
  })
})

describe('slugFrom', () => {
  test.each([
    ['What is PTSD?', 'what-is-ptsd'],
    ['  Ketamine & esketamine: compared  ', 'ketamine-esketamine-compared'],
    ["The clinic’s and a patient's view", 'the-clinics-and-a-patients-view'],
    ['Café – déjà vu', 'cafe-deja-vu'],
    ['½ ﬁne', '1-2-fine'],
    ['Łukasz Ørsted, Großmann', 'lukasz-orsted-grossmann'],
    ['Œdema and Æther', 'oedema-and-aether'],
    ['???', ''],
    ['', ''],
    ['日本', ''],
  ])('makes of “%s” the slug “%s”', (title, slug) => {
    expect(slugFrom(title)).toBe(slug)
  })

  test('cuts a long title, and ends with no hyphen', () => {
    const slug = slugFrom(`${'a'.repeat(LONGEST - 1)} b`)
    expect(slug).toBe('a'.repeat(LONGEST - 1))
    expect(checkSlug(slug)).toBe(true)
  })

  test('gives what checkSlug takes', () => {
    for (const title of ['A', '-A-', 'Übersicht 2', 'x'.repeat(300), 'a_b c/d', '“Quoted”'])
      expect(checkSlug(slugFrom(title))).toBe(true)
  })
})
