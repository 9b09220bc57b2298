import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createClient } from '@libsql/client'
import type { Client, LibsqlError } from '@libsql/client'
import { openOneWriterClient } from './one-writer-client.ts'

let folder: string
let url: string
let client: Client
let abandoned: unknown[]

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword one%20writer '))
  url = pathToFileURL(path.join(folder, 'test.db')).href
  abandoned = []
  client = await openClient({ idleLimitMilliseconds: 100 })
  await client.execute('CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT UNIQUE)')
  await client.execute(
    'CREATE TABLE lines (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)',
  )
})

const openClient = (limits: { idleLimitMilliseconds: number }) =>
  openOneWriterClient({
    url,
    waitLimitMilliseconds: 300,
    ...limits,
    onAbandoned: (reason) => abandoned.push(reason),
    onCheckpointFailure: (reason) => abandoned.push(reason),
  })

afterEach(async () => {
  client.close()
  await rm(folder, { recursive: true })
})

async function titles(of: Pick<Client, 'execute'> = client): Promise<unknown[]> {
  const { rows } = await of.execute('SELECT title FROM notes ORDER BY id')
  return rows.map(({ title }) => title)
}

const insert = (title: string) => ({ sql: 'INSERT INTO notes (title) VALUES (?)', args: [title] })

describe('connections', () => {
  test('both keep foreign keys, a busy timeout and the write-ahead log', async () => {
    await expect(client.execute('INSERT INTO lines VALUES (1)')).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    })
    const other = createClient({ url })
    const journal = await other.execute('PRAGMA journal_mode')
    other.close()
    expect(journal.rows[0]).toEqual({ journal_mode: 'wal' })
  })

  test('a write waits for another process that is writing', async () => {
    const script = `
      import { createClient } from '@libsql/client'
      const client = createClient({ url: ${JSON.stringify(url)} })
      const transaction = await client.transaction('write')
      await transaction.execute("INSERT INTO notes (title) VALUES ('theirs')")
      console.log('writing')
      setTimeout(() => transaction.commit(), 300)`
    const other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
    })
    const exited = once(other, 'exit')
    await once(other.stdout, 'data')
    await client.execute(insert('ours'))
    expect(await exited).toEqual([0, null])
    expect(await titles()).toEqual(['theirs', 'ours'])
  })

  test('what is not a file on disk is refused', async () => {
    await expect(
      openOneWriterClient({
        url: 'file::memory:',
        onAbandoned: () => undefined,
        onCheckpointFailure: () => undefined,
      }),
    ).rejects.toThrow('must be a file on a local disk')
  })

  test('RETURNING gives rows, a script runs, a batch is all or nothing', async () => {
    const { rows } = await client.execute("INSERT INTO notes (title) VALUES ('a') RETURNING title")
    expect(rows).toEqual([{ title: 'a' }])
    await client.executeMultiple(
      "INSERT INTO notes (title) VALUES ('b'); INSERT INTO notes (title) VALUES ('c');",
    )
    await expect(client.batch([insert('d'), insert('a')])).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    })
    await client.batch([insert('e'), insert('f')])
    expect(await titles()).toEqual(['a', 'b', 'c', 'e', 'f'])
  })

  test('a bare BEGIN is refused, for nobody would end it', async () => {
    await expect(client.execute('BEGIN')).rejects.toThrow('use transaction() or batch()')
    await client.execute(insert('a'))
    expect(await titles()).toEqual(['a'])
  })

  test('a closed client refuses everything, those who wait included, and rolls back what is open', async () => {
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    const waiting = client.execute(insert('b'))
    client.close()
    await expect(waiting).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
    await expect(client.execute('SELECT 1')).rejects.toMatchObject({ code: 'CLIENT_CLOSED' })
    await expect(transaction.execute('SELECT 1')).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' })
    client = await openClient({ idleLimitMilliseconds: 100 })
    expect(await titles()).toEqual([])
    expect(abandoned).toEqual([])
  })
})

describe('transactions', () => {
  test('twenty at once all succeed, none sees the half of another', async () => {
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const transaction = await client.transaction()
        const before = await titles(transaction)
        expect(before.length % 2).toBe(0)
        await transaction.execute(insert(`${n} first`))
        await sleep(1)
        await transaction.execute(insert(`${n} second`))
        await transaction.commit()
      }),
    )
    expect(await titles()).toHaveLength(40)
  })

  test('takes the writer at its first write, not at its start', async () => {
    const transaction = await client.transaction()
    expect(await titles(transaction)).toEqual([])
    await client.execute(insert('beside'))
    expect(await titles(transaction)).toEqual(['beside'])
    await transaction.execute(insert('inside'))
    expect(await titles(transaction)).toEqual(['beside', 'inside'])
    expect(await titles()).toEqual(['beside'])
    await transaction.commit()
    expect(await titles()).toEqual(['beside', 'inside'])
  })

  test('writes begun together keep their order', async () => {
    const transaction = await client.transaction()
    const results = await Promise.all([
      transaction.execute(insert('a')),
      transaction.execute(insert('b')),
      titles(transaction),
    ])
    expect(results[2]).toEqual(['a', 'b'])
    await transaction.commit()
  })

  test('a commit waits for the write that was begun before it', async () => {
    const transaction = await client.transaction()
    const writing = transaction.execute(insert('a'))
    await transaction.commit()
    await writing
    expect(await titles()).toEqual(['a'])
  })

  test('a rollback undoes everything and lets the next one in', async () => {
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    const waiting = client.execute(insert('b'))
    await transaction.rollback()
    await waiting
    expect(await titles()).toEqual(['b'])
    await transaction.rollback()
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' })
  })

  test('one that is rolled back while it waits for the writer never writes', async () => {
    const holder = await client.transaction()
    await holder.execute(insert('a'))
    const transaction = await client.transaction()
    const waiting = transaction.execute(insert('b'))
    await transaction.rollback()
    await holder.commit()
    await expect(waiting).rejects.toMatchObject({ code: 'TRANSACTION_CLOSED' })
    await client.execute(insert('c'))
    expect(await titles()).toEqual(['a', 'c'])
  })

  /** How many turns of the queue of promises lie between two calls: the database answers after a few. */
  const turnsBetween = Array.from({ length: 12 }, (_, turns) => turns)

  test.each(turnsBetween)(
    'one that is rolled back %i turns after its first write began leaves the writer to others',
    async (turns) => {
      const transaction = await client.transaction()
      const writing = transaction.execute(insert('a')).then(
        () => 'written',
        (error: unknown) => (error as LibsqlError).code,
      )
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      await transaction.rollback()
      expect(['written', 'TRANSACTION_CLOSED']).toContain(await writing)
      await client.execute(insert('b'))
      expect(await titles()).toEqual(['b'])
    },
  )

  test.each(turnsBetween)(
    'a write that comes %i turns after the end began is refused, not written on its own',
    async (turns) => {
      for (const end of ['commit', 'rollback'] as const) {
        const transaction = await client.transaction()
        await transaction.execute(insert(end))
        const ending = transaction[end]()
        for (let turn = 0; turn < turns; turn++) await Promise.resolve()
        await expect(transaction.execute(insert('late'))).rejects.toMatchObject({
          code: 'TRANSACTION_CLOSED',
        })
        await ending
      }
      expect(await titles()).toEqual(['commit'])
    },
  )

  test('goes on after a statement that broke a rule', async () => {
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    await expect(transaction.execute(insert('a'))).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
    await transaction.execute(insert('b'))
    await transaction.commit()
    expect(await titles()).toEqual(['a', 'b'])
  })

  test('a COMMIT that fails is thrown and leaves nothing behind', async () => {
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    await transaction.execute('INSERT INTO lines VALUES (77)')
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' })
    await client.execute(insert('b'))
    expect(await titles()).toEqual(['b'])
  })

  test('ends when the disk is full, so that nothing later is written on its own', async () => {
    const { rows } = await client.execute('PRAGMA page_count')
    await client.execute(`PRAGMA max_page_count = ${Number(rows[0]?.page_count) + 2}`)
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    await expect(transaction.execute(insert('x'.repeat(100_000)))).rejects.toMatchObject({
      code: 'SQLITE_FULL',
    })
    await expect(transaction.execute(insert('b'))).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    await client.execute(insert('c'))
    expect(await titles()).toEqual(['c'])
  })

  test('a write outside a transaction that has written fails after a bounded wait, not for ever', async () => {
    const patient = await openClient({ idleLimitMilliseconds: 60_000 })
    const transaction = await patient.transaction()
    await transaction.execute(insert('a'))
    await expect(patient.execute(insert('b'))).rejects.toThrow('The database is busy')
    await transaction.rollback()
    patient.close()
  })

  test('an abandoned one is rolled back and reported, and those who waited go on', async () => {
    const transaction = await client.transaction()
    await transaction.execute(insert('a'))
    await client.execute(insert('b'))
    expect(await titles()).toEqual(['b'])
    expect(abandoned).toEqual([
      expect.objectContaining({ message: expect.stringContaining('did nothing for 0.1 s') }),
    ])
    await expect(transaction.execute(insert('c'))).rejects.toThrow('so it was rolled back')
    await expect(transaction.commit()).rejects.toThrow('so it was rolled back')
  })

  test('one that never wrote may stay open as long as it likes', async () => {
    const transaction = await client.transaction()
    await titles(transaction)
    await sleep(150)
    await transaction.execute(insert('a'))
    await transaction.commit()
    expect(await titles()).toEqual(['a'])
    expect(abandoned).toEqual([])
  })
})
