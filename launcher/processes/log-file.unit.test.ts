import { mkdir, mkdtemp, readFile, rm, rmdir, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { openLogFile } from './log-file.ts'

let folder: string
let troubles: string[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword-log-'))
  troubles = []
})
afterEach(() => rm(folder, { recursive: true }))

const open = (file: string) => openLogFile(file, (sentence) => troubles.push(sentence))

test('a log begins anew, and only its owner can read it', async () => {
  const file = path.join(folder, 'a.log')
  for (const line of ['first start', 'second start']) {
    const log = open(file)
    log.add(line)
    log.close()
  }
  expect(await readFile(file, 'utf8')).toBe('second start\n')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a log that cannot be written is told of once, and goes on when it can be', async () => {
  const file = path.join(folder, 'a.log')
  await mkdir(file)
  const log = open(file)
  log.add('lost')
  log.add('lost too')
  expect(troubles).toHaveLength(1)
  expect(troubles[0]).toContain(`The log ${file} cannot be written`)
  await rmdir(file)
  log.add('here')
  log.add('and here')
  log.close()
  expect((await readFile(file, 'utf8')).trim().split('\n')).toEqual(['here', 'and here'])
  expect(troubles).toHaveLength(1)
})

test('a full disk ends nothing', () => {
  const log = open('/dev/full')
  log.add('lost')
  log.close()
  expect(troubles).toEqual([expect.stringContaining('The log /dev/full cannot be written')])
})
