import { expect, test } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { media } from '../../content/fixtures/media.ts'
import { describePicture } from '../../content/picture.ts'
import type { RetainedFile } from '../store/release.ts'
import { pathOfPicture } from './pictures.ts'
import { retainedWithoutDocument } from './retained-files.ts'

type Media = PublicDocument<'media'>

const [path, portrait] = media as [Media, Media]
const filesOf = (document: Media) => describePicture(document).files.map(pathOfPicture)
const documents = (...list: Media[]) => ({ documents: new Map(list.map((one) => [keyOf(one), one])) })
const retained = (...files: string[]) => ({
  retained: new Map(files.map((file) => [file, { hash: 'a', size: 1 } as RetainedFile])),
})

test('finds the pictures of which no document is left, and no other assets', () => {
  const before = retained('_astro/style.0a1b.css', ...filesOf(path), ...filesOf(portrait))
  expect(retainedWithoutDocument(before, documents(path, portrait))).toEqual([])
  expect(retainedWithoutDocument(before, documents(path))).toEqual(filesOf(portrait))
})

test('finds what a picture was before it was cropped otherwise, and all files of one that no page can show', () => {
  const cropped = { ...path, fields: { ...path.fields, focalX: 3, focalY: 4 } }
  expect(retainedWithoutDocument(retained(...filesOf(path)), documents(cropped))).toEqual(filesOf(path))
  const damaged = { ...path, fields: { ...path.fields, contentHash: undefined } } as unknown as Media
  expect(retainedWithoutDocument(retained(...filesOf(path)), documents(damaged))).toEqual(filesOf(path))
})
