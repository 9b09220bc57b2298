import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { wholeWriter } from './write-whole.ts'

let directory: string
beforeEach(async () => {
  directory = await temporaryFolder()
})
const folder = (name: string) => join(directory, name)

test('a text that comes in pieces is written as it would be in one', () => {
  const pieces = Array.from({ length: 5000 }, (_, index) => `“Piece ${index}” of many pieces.\n`)
  const write = wholeWriter(folder('unfinished'))
  write(folder('pieces'), pieces)
  write(folder('nothing'), [])
  expect(readFileSync(folder('pieces'), 'utf8')).toBe(pieces.join(''))
  expect(readFileSync(folder('nothing'), 'utf8')).toBe('')
})

test('nobody sees a text whose pieces end in an error', () => {
  const write = wholeWriter(folder('unfinished'))
  function* pieces() {
    yield 'x'.repeat(100_000)
    throw new Error('There is no more.')
  }
  expect(() => {
    write(folder('torn'), pieces())
  }).toThrow('There is no more.')
  expect(existsSync(folder('torn'))).toBe(false)
  expect(readdirSync(folder('unfinished'))).toEqual([])
})

test('a file that cannot be written is named, with what to do, and leaves nothing behind', () => {
  const write = wholeWriter(folder('unfinished'))
  write(folder('in-the-way'), 'a file')
  expect(() => {
    write(folder('in-the-way/page.html'), 'a page')
  }).toThrow(
    `${folder('in-the-way/page.html')} cannot be written: a part of the path is a file where a folder should be. Move that file away.`,
  )
  expect(readdirSync(folder('unfinished'))).toEqual([])
})
