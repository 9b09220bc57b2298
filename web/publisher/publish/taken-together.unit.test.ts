import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ShownPage } from './page-notes.ts'
import { NOTHING, takenAfter } from './taken-together.ts'
import type { PageChange } from './taken-together.ts'

const page = ({ media = '', cards = '', warnings = '', policy = 'self' } = {}): ShownPage => ({
  file: 'index.html',
  media: media.split('').map((file) => ({ file, source: `the source of ${file}` })),
  cards: cards.split('').map((hash) => ({ hash, title: 'T', section: undefined, clinicName: undefined })),
  warnings: warnings.split(''),
  policy,
})

const names = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }).map((letters) => letters.join(''))
const pages = fc.option(
  fc.record({ media: names, cards: names, warnings: names }).map((needs) => page(needs)),
  { nil: undefined },
)

/** One change after the other, each of one of a few pages. */
const lives = fc.array(fc.record({ path: fc.constantFrom('/', '/b/', '/c/'), after: pages }), {
  maxLength: 12,
})

describe('what pages need and say', () => {
  test('is the same after changes as when it is taken from all pages', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const shown = new Map<string, ShownPage | undefined>()
        let together = NOTHING
        for (const { path, after } of life) {
          together = takenAfter(together, [{ path, before: shown.get(path), after }])
          shown.set(path, after)
        }
        const all = [...shown].map(([path, after]): PageChange => ({ path, before: undefined, after }))
        const anew = takenAfter(NOTHING, all)
        for (const kind of ['media', 'cards', 'warnings', 'policies'] as const)
          expect(new Map<string, unknown>(together[kind])).toEqual(new Map<string, unknown>(anew[kind]))
      }),
    )
  })

  test('counts a thing that one page names twice once', () => {
    const before = takenAfter(NOTHING, [{ path: '/', before: undefined, after: page({ media: 'aa' }) }])
    const after = takenAfter(before, [{ path: '/', before: page({ media: 'aa' }), after: page() }])
    expect([before.media.size, after.media.size]).toEqual([1, 0])
  })

  test('is refused when a page has another content-security policy than the others', () => {
    const all = ['/a/', '/b/', '/c/'].map((path) => ({ path, before: undefined, after: page() }))
    const before = takenAfter(NOTHING, all)
    const change = { path: '/b/', before: page(), after: page({ policy: 'none' }) }
    expect(() => takenAfter(before, [change])).toThrow('The page /b/ has another content-security policy')
  })
})
