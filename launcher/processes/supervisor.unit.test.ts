import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Command } from './child.ts'
import { createSupervisor, ProgramEndedError, type Supervisor } from './supervisor.ts'

let folder: string
let supervisor: Supervisor

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword-processes-'))
  supervisor = createSupervisor()
})
afterEach(async () => {
  await supervisor.stop()
  await rm(folder, { recursive: true })
})

const script = (name: string, code: string): Command => ({
  name,
  program: process.execPath,
  args: ['-e', code],
  folder,
  variables: { PATH: process.env.PATH ?? '' },
})

/** Starts a program and waits until it has said its first line. */
function keepUntilReady(name: string, code: string, lines: string[]): Promise<{ pid: number }> {
  return new Promise((resolve) => {
    const child = supervisor.keep(script(name, code), {
      onLine: (line) => {
        lines.push(`${name}: ${line}`)
        resolve({ pid: child.pid ?? 0 })
      },
    })
  })
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const POLITE = `process.on('SIGTERM', () => { console.log('stopped'); process.exit(0) }); setInterval(() => {}, 1000); console.log('up')`

describe('createSupervisor', () => {
  test('goes on when the log of a program cannot be written', async () => {
    const lines: string[] = []
    const onLine = (line: string) => lines.push(line)
    const command = script('talks', `console.log('one'); setTimeout(() => console.log('two'), 200)`)
    expect(await supervisor.run(command, { logFile: '/dev/full', onLine })).toMatchObject({ code: 0 })
    expect(lines.filter((line) => !line.startsWith('WARN: The log /dev/full'))).toEqual(['one', 'two'])
  })

  test('stops the last started first', async () => {
    const lines: string[] = []
    for (const name of ['first', 'second', 'third']) await keepUntilReady(name, POLITE, lines)
    expect(supervisor.pids()).toHaveLength(3)
    await supervisor.stop()
    expect(lines.slice(3)).toEqual(['third: stopped', 'second: stopped', 'first: stopped'])
    expect(supervisor.pids()).toEqual([])
  })

  test('rejects when a program that was to go on running ends', async () => {
    supervisor.keep(script('the CMS', 'process.exit(7)'), { onLine: () => undefined })
    await expect(supervisor.failure).rejects.toThrow(new ProgramEndedError('the CMS ended with exit code 7.'))
  })

  test('does not call it a failure when one program is stopped', async () => {
    let ended = false
    const { promise: ready, resolve } = Promise.withResolvers<unknown>()
    const child = supervisor.keep(script('the publisher', POLITE), { onLine: resolve }, () => {
      ended = true
    })
    await ready
    expect(await child.stop()).toEqual({ code: 0, signal: null })
    expect(ended).toBe(false)
    expect(supervisor.pids()).toEqual([])
  })

  test('says so when a program cannot be started', async () => {
    supervisor.keep({ ...script('the CMS', ''), program: '/nowhere/node' }, { onLine: () => undefined })
    await expect(supervisor.failure).rejects.toThrow(/the CMS could not be started: .*ENOENT/)
  })

  test('does not call a stop a failure', async () => {
    await keepUntilReady('the CMS', POLITE, [])
    await supervisor.stop()
    const nothing = new Promise((resolve) => setTimeout(resolve, 50, 'nothing'))
    expect(await Promise.race([supervisor.failure, nothing])).toBe('nothing')
  })

  test('ends a program that will not stop, and what it had started', async () => {
    const stubborn = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`
    const code = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(`${stubborn}; console.log(process.pid)`)}], { stdio: 'inherit' }); ${stubborn}`
    const lines: string[] = []
    const { promise: ready, resolve } = Promise.withResolvers<unknown>()
    const child = supervisor.keep(script('stubborn', code), {
      onLine: (line) => {
        lines.push(line)
        resolve(undefined)
      },
    })
    await ready
    const grandchild = Number(lines[0])
    expect(isAlive(grandchild)).toBe(true)
    expect(await child.stop(0.2)).toMatchObject({ signal: 'SIGKILL' })
    expect(isAlive(child.pid ?? 0)).toBe(false)
  })

  test('writes the output to the log file, and tells each line', async () => {
    const logFile = path.join(folder, 'log')
    const lines: string[] = []
    const exit = await supervisor.run(script('talker', `console.log('one\\ntwo'); console.error('three')`), {
      logFile,
      onLine: (line) => lines.push(line),
    })
    expect(exit).toEqual({ code: 0, signal: null })
    expect(lines.sort()).toEqual(['one', 'three', 'two'])
    expect((await readFile(logFile, 'utf8')).split('\n').sort()).toEqual(['', 'one', 'three', 'two'])
  })

  test('ends a run that takes longer than its limit', async () => {
    const exit = await supervisor.run(
      script('slow', 'setInterval(() => {}, 1000)'),
      { onLine: () => undefined },
      0.2,
    )
    expect(exit.signal).toBe('SIGTERM')
  })

  test('starts nothing once it was stopped', async () => {
    await supervisor.stop()
    expect(() => supervisor.keep(script('late', ''), { onLine: () => undefined })).toThrow(
      'late is not started any more.',
    )
  })
})
