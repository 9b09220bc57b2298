import { closeSync, openSync, writeSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { CannotWrite, cannotWrite } from './cannot-write.ts'

const thrownBy = (act: () => void): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown.')
}

test('a full disk is called one, and what to do is said', () => {
  const error = thrownBy(() => {
    const descriptor = openSync('/dev/full', 'w')
    try {
      writeSync(descriptor, 'x')
    } finally {
      closeSync(descriptor)
    }
  })
  expect(cannotWrite('/site/a.html', error)).toEqual(
    new CannotWrite('/site/a.html cannot be written: the disk is full. Make room on it.'),
  )
})

test('what the system did not say stays as it is', () => {
  const error = new Error('There is no more.')
  expect(cannotWrite('/site/a.html', error)).toBe(error)
})
