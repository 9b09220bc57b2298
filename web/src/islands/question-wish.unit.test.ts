import { describe, expect, test } from '@jest/globals'
import { addressOfWish, noWish, wishIn } from './question-wish.ts'

const page = { pathname: '/faqs/', search: '', hash: '' }

describe('addressOfWish', () => {
  test('is the bare address when nothing is wanted', () => {
    expect(addressOfWish({ ...page, search: '?words=old' }, noWish)).toBe('/faqs/')
  })

  test('says what is wanted and keeps what else is there', () => {
    const wish = { words: 'drive & home', condition: 'ptsd', topic: '' }
    const address = addressOfWish({ ...page, search: '?from=card', hash: '#cost' }, wish)
    expect(address).toBe('/faqs/?from=card&words=drive+%26+home&condition=ptsd#cost')
    expect(wishIn(new URL(address, 'https://example.org').search)).toEqual(wish)
  })
})

describe('wishIn', () => {
  test('wants nothing when the address says nothing', () => {
    expect(wishIn('')).toEqual(noWish)
  })
})
