import { expect, test } from '@jest/globals'
import { refuseUnfinished } from './unfinished.ts'

test('a page with a gap that React left is refused', () => {
  expect(() => {
    refuseUnfinished('/a/', '<p>before</p><!--$!--><template></template><!--/$-->')
  }).toThrow('/a/')
})

test('an empty page is refused', () => {
  expect(() => {
    refuseUnfinished('/a/', '')
  }).toThrow('without any content')
})

test('a whole page is not', () => {
  expect(() => {
    refuseUnfinished('/a/', '<p>whole</p><!--$-->shown<!--/$-->')
  }).not.toThrow()
})
