import { describe, expect, test } from '@jest/globals'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { media } from './fixtures/media.ts'
import { describePicture } from './picture.ts'

type Media = PublicDocument<'media'>

const [path, portrait, small] = media as [Media, Media, Media]

function withFields(document: Media, fields: Partial<Media['fields']>): Media {
  return { ...document, fields: { ...document.fields, ...fields } }
}

describe('describePicture', () => {
  test('offers the best format first and falls back to the largest WebP', () => {
    const { picture } = describePicture(path)
    expect(picture.formats.map(({ type }) => type)).toEqual(['image/avif', 'image/webp'])
    expect(picture.formats[0]?.files.map(({ width }) => width)).toEqual([480, 960, 1600])
    expect(picture.fallback).toMatchObject({ width: 1600, height: 900 })
    expect(picture.fallback.path).toMatch(/^\/media\/morning-path-[0-9a-f]{10}-large\.webp$/)
  })

  test('uses the file itself when it is smaller than every size', () => {
    const { picture, files } = describePicture(small)
    expect(picture.formats).toEqual([])
    expect(picture.fallback.path).toMatch(/^\/media\/leaf-[0-9a-f]{10}-original\.png$/)
    expect(files).toEqual([{ file: picture.fallback.path.replace('/media/', ''), source: 'leaf.png' }])
  })

  test('offers a size once when a small picture was not enlarged', () => {
    const same = { filename: 'p-600.avif', width: 600, height: 400 }
    const sizes = {
      smallAvif: { filename: 'p-480.avif', width: 480, height: 320 },
      mediumAvif: same,
      largeAvif: same,
    }
    const { picture } = describePicture(withFields(path, { sizes }))
    expect(picture.formats[0]?.files.map(({ width }) => width)).toEqual([480, 600])
  })

  test('says nothing of a decorative picture', () => {
    expect(describePicture(withFields(portrait, { alt: 'A person' })).picture.alt).toBe('')
  })

  test('names files anew when the bytes, the focal point or the size are others', () => {
    const name = (document: Media) => describePicture(document).picture.fallback.path
    const names = [
      path,
      withFields(path, { contentHash: 'c0ffee99' }),
      withFields(path, { focalX: 20 }),
      withFields(path, { sizes: {} }),
    ].map(name)
    expect(new Set(names).size).toBe(names.length)
    expect(name(withFields(path, { alt: 'Another text' }))).toBe(names[0])
  })

  test.each([
    ['contentHash', { contentHash: '' }],
    ['filename', { filename: '', sizes: {} }],
  ])('cannot show a picture without its %s', (field, fields) => {
    expect(() => describePicture(withFields(path, fields))).toThrow(
      expect.objectContaining({ name: 'CannotRender', field }),
    )
  })
})
