import { describe, expect, test } from '@jest/globals'
import { addressOfWish, noWish, possibleWish, wishIn } from './question-wish.ts'

const page = { pathname: '/faqs/', search: '', hash: '' }

describe('addressOfWish', () => {
  test('is the bare address when nothing is wanted', () => {
    expect(addressOfWish({ ...page, search: '?words=old', hash: '#words=old' }, noWish)).toBe('/faqs/')
  })

  test('says what is wanted and keeps what else is there', () => {
    const wish = { words: 'drive & home', condition: 'ptsd', topic: '' }
    const address = addressOfWish({ ...page, search: '?from=card' }, wish)
    expect(address).toBe('/faqs/?from=card&condition=ptsd#words=drive+%26+home')
    expect(wishIn(new URL(address, 'https://example.org'))).toEqual(wish)
    expect(addressOfWish({ ...page, hash: '#cost' }, noWish)).toBe('/faqs/#cost')
  })

  test('has what was typed where no server sees it', () => {
    const wish = { ...noWish, words: 'suicide' }
    const { pathname, search } = new URL(addressOfWish(page, wish), 'https://example.org')
    expect(pathname + search).toBe('/faqs/')
  })
})

describe('wishIn', () => {
  test('wants nothing when the address says nothing', () => {
    expect(wishIn(page)).toEqual(noWish)
  })

  test('understands words behind a “?” too', () => {
    expect(wishIn({ search: '?words=drive', hash: '#cost' })).toEqual({ ...noWish, words: 'drive' })
  })
})

describe('possibleWish', () => {
  test('leaves out a condition and a topic that cannot be chosen', () => {
    const wish = { words: 'drive', condition: 'ptsd', topic: 'gone' }
    const conditions = [{ value: 'ptsd', label: 'PTSD' }]
    expect(possibleWish(wish, conditions, [{ value: 'safety', label: 'Safety' }])).toEqual({
      ...wish,
      topic: '',
    })
    expect(possibleWish(wish, [], [])).toEqual({ ...noWish, words: 'drive' })
  })
})
