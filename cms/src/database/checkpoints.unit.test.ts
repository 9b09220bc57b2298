import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createClient } from '@libsql/client'
import type { Client, LibsqlError } from '@libsql/client'
import { Checkpoints } from './checkpoints.ts'
import { openOneWriterClient } from './one-writer-client.ts'

let folder: string
let file: string
let client: Client
let failures: unknown[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword-checkpoints-'))
  file = path.join(folder, 'test.db')
  failures = []
})

const open = async (restMilliseconds: number) => {
  client = await openOneWriterClient({
    url: pathToFileURL(file).href,
    restMilliseconds,
    onAbandoned: (reason) => failures.push(reason),
    onCheckpointFailure: (reason) => failures.push(reason),
  })
  await client.execute('CREATE TABLE notes (text TEXT)')
}

afterEach(async () => {
  client.close()
  await rm(folder, { recursive: true })
})

/** What the file of the database has without its log. */
async function notesInFile(): Promise<number> {
  const copy = path.join(folder, 'copy.db')
  await copyFile(file, copy)
  const reader = createClient({ url: pathToFileURL(copy).href })
  try {
    const { rows } = await reader.execute('SELECT count(*) AS notes FROM notes')
    return Number(rows[0]?.notes)
  } catch (error) {
    // The table itself may be in the log alone.
    if ((error as Error).message.includes('no such table')) return 0
    throw error
  } finally {
    reader.close()
    await rm(copy)
  }
}

/** The same, as soon as there are so many. A copy that is torn was made while pages were carried over: the next one tells. */
async function notesOnceThereAre(number: number): Promise<number> {
  const deadline = performance.now() + 5_000
  for (;;) {
    const late = performance.now() > deadline
    try {
      const notes = await notesInFile()
      if (notes >= number || late) return notes
    } catch (error) {
      if (late || (error as LibsqlError).code !== 'SQLITE_CORRUPT') throw error
    }
    await sleep(10)
  }
}

const write = (text: string) => client.execute({ sql: 'INSERT INTO notes VALUES (?)', args: [text] })

test('what was written is carried over when nobody writes', async () => {
  await open(20)
  for (let note = 0; note < 3; note += 1) await write('calm')
  expect(await notesOnceThereAre(3)).toBe(3)
  expect(failures).toEqual([])
})

test('no commit carries it over meanwhile, though it is more than SQLite would let wait', async () => {
  await open(60_000)
  // 1,000 pages of 4 kB are SQLite's own limit.
  for (let note = 0; note < 12; note += 1) await write('x'.repeat(500_000))
  expect(await notesInFile()).toBe(0)
})

test('nothing is carried over while a transaction has the writer', async () => {
  await open(10)
  await write('calm')
  const transaction = await client.transaction()
  await transaction.execute("INSERT INTO notes VALUES ('open')")
  await sleep(60)
  await transaction.commit()
  expect(await notesOnceThereAre(2)).toBe(2)
  expect(failures).toEqual([])
})

test('what keeps it from being carried over is told', async () => {
  await open(60_000)
  const failure = new Error('the disk is full')
  const checkpoints = new Checkpoints({ restMilliseconds: 1, onFailure: (reason) => failures.push(reason) })
  const broken = { execute: () => Promise.reject(failure) } as unknown as Client
  checkpoints.written(broken, () => true)
  const deadline = performance.now() + 5_000
  while (failures.length === 0 && performance.now() < deadline) await sleep(5)
  expect(failures).toEqual([failure])
})
