import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { PublisherRunning, takeLock } from './lock.ts'
import { identityOf } from './process-identity.ts'

let file: string
beforeEach(async () => {
  file = join(await temporaryFolder(), 'state', 'lock.json')
})

const leave = async (content: string) => {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
}
const holder = (pid: number, identity: string) =>
  JSON.stringify({ pid, process: identity, since: '2026-11-20T10:00:00.000Z' })

describe('takeLock', () => {
  test('lets one in at a time', async () => {
    const release = await takeLock(file)
    await expect(takeLock(file)).rejects.toThrow(PublisherRunning)
    await expect(takeLock(file)).rejects.toThrow(`process ${process.pid}`)
    await release()
    await (
      await takeLock(file)
    )()
    expect(await readdir(dirname(file))).toEqual([])
  })

  test('lets one of many in that come at once, also over a stale lock', async () => {
    for (let round = 0; round < 25; round += 1) {
      await leave(holder(999_999_999, `gone ${round}`))
      const tries = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(file)))
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await readdir(dirname(file))).toEqual(['lock.json'])
    }
  })

  test('takes over from a process that is gone', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    const pid = child.pid ?? 0
    await leave(holder(pid, await identityOf(pid)))
    await expect(takeLock(file)).rejects.toThrow(PublisherRunning)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await takeLock(file)
    expect(await readFile(file, 'utf8')).toContain(`"pid":${process.pid}`)
  })

  test.each(['', '{"pid":', '{"pid":"one"}'])('takes over a damaged lock: %j', async (content) => {
    await leave(content)
    await takeLock(file)
    expect(await readFile(file, 'utf8')).toContain(`"pid":${process.pid}`)
  })

  test('does not give back the lock of another', async () => {
    const release = await takeLock(file)
    const other = holder(1, 'another')
    await leave(other)
    await release()
    expect(await readFile(file, 'utf8')).toBe(other)
  })
})

describe('identityOf', () => {
  test('tells two processes with the same number apart by when they began', async () => {
    const mine = await identityOf(process.pid)
    expect(mine).not.toBe('')
    expect(await identityOf(process.pid)).toBe(mine)
    expect(await identityOf(999_999_999)).toBe('')
  })
})
