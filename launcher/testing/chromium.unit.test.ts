import { describe, expect, test } from '@jest/globals'
import { ChromiumPathError, findChromium } from './chromium.ts'

describe('findChromium', () => {
  test('takes the path that is given', () => {
    expect(findChromium(process.execPath, [])).toBe(process.execPath)
  })

  test('refuses a given path that does not exist, even when there is a browser elsewhere', () => {
    expect(() => findChromium('/nowhere/chromium', [process.execPath])).toThrow(ChromiumPathError)
  })

  test('takes the first usual place that exists', () => {
    expect(findChromium(undefined, ['/nowhere/chromium', process.execPath])).toBe(process.execPath)
  })

  test('is undefined when there is none', () => {
    expect(findChromium(undefined, ['/nowhere/chromium'])).toBeUndefined()
  })
})
