import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import { afterEach, describe, expect, test } from '@jest/globals'
import { inProject } from './project.ts'

const LASTING = "setInterval(() => {}, 1000); console.log('pid ' + process.pid)"
let launcher: ChildProcess | undefined

afterEach(() => {
  launcher?.kill('SIGKILL')
})

/** Runs a command of the launcher in a process of its own. */
function run(task: string) {
  const code = `
    import { launch } from ${JSON.stringify(inProject('launcher', 'launch.ts'))}
    import { StartError } from ${JSON.stringify(inProject('launcher', 'failure.ts'))}
    const program = (code) => ({
      name: 'the program', program: process.execPath, args: ['-e', code], folder: ${JSON.stringify(os.tmpdir())}, variables: {},
    })
    await launch(async ({ supervisor, progress, atEnd }) => {
      atEnd(async () => progress.note('at the end'))
      ${task}
    }, { exitCodeWhenAsked: 0 })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  launcher = child
  let printed = ''
  const collect = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return {
    child,
    printed: () => printed,
    exit: async () => (await once(child, 'close'))[0] as number,
  }
}

const keepLasting = `
  supervisor.keep(program(${JSON.stringify(LASTING)}), { onLine: progress.note })
  return supervisor.failure`

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('launch', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops its programs on %s and ends well',
    async (signal) => {
      const { child, printed, exit } = run(keepLasting)
      while (!printed().includes('pid ')) await once(child.stdout, 'data')
      const pid = Number(/pid (\d+)/.exec(printed())?.[1])
      expect(isAlive(pid)).toBe(true)
      child.kill(signal)
      expect(await exit()).toBe(0)
      expect(isAlive(pid)).toBe(false)
      expect(printed()).toMatch(/Stopping …\nat the end\n$/)
    },
  )

  test('stops its programs also when whoever read what it says has ended before', async () => {
    const kept = `supervisor.keep(program(${JSON.stringify(LASTING)}), { onLine: progress.note })`
    const { child, printed, exit } = run(`${kept}\n${kept}\nreturn supervisor.failure`)
    const pids = () => [...printed().matchAll(/pid (\d+)/g)].map(([, pid]) => Number(pid))
    while (pids().length < 2) await once(child.stdout, 'data')
    child.stdout.destroy()
    child.kill('SIGINT')
    expect(await exit()).toBe(0)
    expect(pids().filter(isAlive)).toEqual([])
  })

  test('ends with 1 and says why when a program ends by itself', async () => {
    const { printed, exit } = run(`
      supervisor.keep(program('process.exit(7)'), { onLine: progress.note })
      return supervisor.failure`)
    expect(await exit()).toBe(1)
    expect(printed()).toContain('the program ended with exit code 7.')
    expect(printed()).not.toContain('    at ')
  })

  test('shows the sentence alone of an error that was written for people, and the stack of a defect', async () => {
    const expected = run("throw new StartError('Port 3000 is taken.')")
    expect(await expected.exit()).toBe(1)
    expect(expected.printed()).toBe('\nPort 3000 is taken.\nat the end\n')
    const defect = run('progress.nothing()')
    expect(await defect.exit()).toBe(1)
    expect(defect.printed()).toContain('    at ')
  })

  test('passes on the exit code of its task', async () => {
    expect(await run('return 3').exit()).toBe(3)
  })
})
