import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Client } from '@libsql/client'
import { openConnection } from './prepared-once.ts'

let folder: string
let client: Client

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword prepared '))
  client = openConnection(path.join(folder, 'test.db'))
  await client.execute('CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT UNIQUE, rank INTEGER)')
  for (const title of ['a', 'b', 'c']) await insert(title)
})

afterEach(async () => {
  client.close()
  await rm(folder, { recursive: true })
})

const insert = (title: string) =>
  client.execute({ sql: 'INSERT INTO notes (title) VALUES (?)', args: [title] })
const find = async (title: string) =>
  (await client.execute({ sql: 'SELECT id, title FROM notes WHERE title = ?', args: [title] })).rows
const all = async () => (await client.execute('SELECT * FROM notes ORDER BY id')).rows

describe('a statement that is sent again', () => {
  test('takes its new values', async () => {
    expect(await find('a')).toEqual([{ id: 1, title: 'a' }])
    expect(await find('c')).toEqual([{ id: 3, title: 'c' }])
    expect(await find('nothing')).toEqual([])
    expect(await find('a')).toEqual([{ id: 1, title: 'a' }])
  })

  test('gives each time what is there then, however many rows', async () => {
    expect(await all()).toHaveLength(3)
    for (let number = 0; number < 250; number += 1) await insert(`more ${number}`)
    expect(await all()).toHaveLength(253)
    await client.execute("DELETE FROM notes WHERE title LIKE 'more%'")
    expect(await all()).toHaveLength(3)
  })

  test('sees tables that have changed meanwhile', async () => {
    expect((await all())[0]).toEqual({ id: 1, title: 'a', rank: null })
    await find('a')
    await client.execute('ALTER TABLE notes DROP COLUMN rank')
    await client.execute("ALTER TABLE notes ADD COLUMN text TEXT DEFAULT 'long'")
    expect((await all())[0]).toEqual({ id: 1, title: 'a', text: 'long' })
    expect(await find('a')).toEqual([{ id: 1, title: 'a' }])
    await client.execute('ALTER TABLE notes RENAME COLUMN title TO name')
    await expect(find('a')).rejects.toThrow('no such column: title')
    const counted = await client.execute('SELECT count(*) AS count FROM notes')
    expect(counted.rows).toEqual([{ count: 3 }])
  })

  test('sees them too where only a query within asks for all columns', async () => {
    const titles = async () => {
      const sql =
        'SELECT (SELECT json_group_array(title) FROM (SELECT * FROM notes) WHERE id < ?) AS "all (*)", rank FROM notes'
      return (await client.execute({ sql, args: [3] })).rows[0]
    }
    expect(await titles()).toEqual({ 'all (*)': '["a","b"]', rank: null })
    await client.execute("ALTER TABLE notes ADD COLUMN text TEXT DEFAULT 'long'")
    await client.execute("UPDATE notes SET title = 'z', rank = 7 WHERE title = 'a'")
    expect(await titles()).toEqual({ 'all (*)': '["z","b"]', rank: 7 })
    const within = 'WITH everything AS (SELECT * FROM notes) SELECT * FROM everything'
    expect((await client.execute(within)).columns).toEqual(['id', 'title', 'rank', 'text'])
    await client.execute('ALTER TABLE notes DROP COLUMN text')
    expect((await client.execute(within)).columns).toEqual(['id', 'title', 'rank'])
  })

  test('works again after it failed, and keeps no transaction from ending', async () => {
    await client.execute('BEGIN IMMEDIATE')
    await insert('d')
    await expect(insert('a')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
    await insert('e')
    await client.execute('COMMIT')
    await client.execute('BEGIN IMMEDIATE')
    await expect(insert('a')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
    await client.execute('ROLLBACK')
    expect((await all()).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('is the same one in a thousand that are not', async () => {
    const numbers = Array.from({ length: 1000 }, (_, number) => number)
    for (const number of numbers) {
      const { rows } = await client.execute(`SELECT ${number} AS number`)
      expect(rows).toEqual([{ number }])
      expect(await find('b')).toHaveLength(1)
    }
  })
})
