import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { hasCode } from '../system-error.ts'

const schema = z.object({ launcher: z.number(), programs: z.array(z.number()) })

/** Process ids of a Careword that was started on a data directory. */
export type Running = z.infer<typeof schema>

/** Remembers what runs, so that the next start can say what is in its way. */
export async function rememberRunning(dataDirectory: string, running: Running): Promise<void> {
  await writeFile(fileIn(dataDirectory), `${JSON.stringify(running)}\n`, { mode: 0o600 })
}

export async function forgetRunning(dataDirectory: string): Promise<void> {
  await rm(fileIn(dataDirectory), { force: true })
}

/**
 * A sentence about a Careword that still seems to run on this data directory, and how to stop it; undefined when
 * nothing of it is alive.
 */
export async function stillRunning(dataDirectory: string): Promise<string | undefined> {
  if (!existsSync(fileIn(dataDirectory))) return undefined
  const { launcher, programs } = schema.parse(JSON.parse(await readFile(fileIn(dataDirectory), 'utf8')))
  if (isAlive(launcher))
    return `Careword seems to be running here already. Stop it with Ctrl-C in its terminal, or with: kill ${launcher}`
  const left = programs.filter(isAlive)
  if (left.length === 0) return undefined
  return `Programs of an earlier start, which was ended by force, seem to be running still. Stop them with: kill ${left.join(' ')}`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives, but belongs to somebody else: so it is not ours.
    if (hasCode(error, 'ESRCH') || hasCode(error, 'EPERM')) return false
    throw error
  }
}

function fileIn(dataDirectory: string): string {
  return path.join(dataDirectory, 'running.json')
}
