import { existsSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { objectFile } from './store-layout.ts'
import { writeObject } from './write-object.ts'

const page = Buffer.from('<p>Breathe in and breathe out.</p>'.repeat(100))

let objects: string
beforeEach(async () => {
  objects = await temporaryFolder()
})

describe('writeObject', () => {
  test('keeps bytes under their hash, and compressed beside them', () => {
    const { hash, size } = writeObject(objects, 'a/index.html', page)
    expect(hash).toBe(createHash('sha256').update(page).digest('hex'))
    expect(size).toBe(page.length)
    const file = objectFile(objects, hash)
    expect(readFileSync(file).equals(page)).toBe(true)
    expect(brotliDecompressSync(readFileSync(`${file}.br`)).equals(page)).toBe(true)
    expect(gunzipSync(readFileSync(`${file}.gz`)).equals(page)).toBe(true)
  })

  test.each([
    ['a picture', 'media/a.webp', page],
    ['a file of a few bytes', 'robots.txt', Buffer.from('User-agent: *')],
  ])('does not compress %s', (_, path, bytes) => {
    const file = objectFile(objects, writeObject(objects, path, bytes).hash)
    expect([existsSync(file), existsSync(`${file}.br`), existsSync(`${file}.gz`)]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('does not write again what is there', () => {
    const file = objectFile(objects, writeObject(objects, 'a.html', page).hash)
    const { ino } = statSync(file)
    writeObject(objects, 'a.html', page)
    expect(statSync(file).ino).toBe(ino)
  })

  test('writes again what a power cut has damaged', () => {
    const file = objectFile(objects, writeObject(objects, 'a.html', page).hash)
    truncateSync(file, 0)
    truncateSync(`${file}.br`, 0)
    writeObject(objects, 'a.html', page)
    expect(readFileSync(file).equals(page)).toBe(true)
    expect(brotliDecompressSync(readFileSync(`${file}.br`)).equals(page)).toBe(true)
  })
})
