import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { cannotWrite } from '../../web/publisher/files/cannot-write.ts'
import { identityOf } from '../../web/publisher/service/process-identity.ts'

/** A process, so that a later one with the same number is not taken for it. */
const processSchema = z.object({ pid: z.number(), identity: z.string() })
const schema = z.object({ launcher: processSchema, programs: z.array(processSchema) })
type Process = z.infer<typeof processSchema>

/** Process ids of a Careword that was started on a data directory. */
export type Running = { launcher: number; programs: number[] }

/** Remembers what runs, so that the next start can say what is in its way. @throws CannotWrite */
export async function rememberRunning(dataDirectory: string, { launcher, programs }: Running): Promise<void> {
  const identified = async (pid: number): Promise<Process> => ({ pid, identity: await identityOf(pid) })
  const running = {
    launcher: await identified(launcher),
    programs: await Promise.all(programs.map(identified)),
  }
  const file = fileIn(dataDirectory)
  // Put in its place when it is whole: a full disk or a power cut in between leaves what was known before.
  try {
    await writeFile(`${file}.unfinished`, `${JSON.stringify(running)}\n`, { mode: 0o600 })
    await rename(`${file}.unfinished`, file)
  } catch (error) {
    throw cannotWrite(file, error)
  }
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
  const remembered = schema.safeParse(parse(await readFile(fileIn(dataDirectory), 'utf8')))
  // An earlier version of Careword wrote it otherwise, or it is damaged. The ports tell of what still runs.
  if (!remembered.success) return undefined
  const { launcher, programs } = remembered.data
  if (await isAlive(launcher))
    return `Careword seems to be running here already. Stop it with Ctrl-C in its terminal, or with: kill ${launcher.pid}`
  const alive = await Promise.all(programs.map(isAlive))
  const left = programs.filter((_, index) => alive[index]).map(({ pid }) => pid)
  if (left.length === 0) return undefined
  return `Programs of an earlier start, which was ended by force, seem to be running still. Stop them with: kill ${left.join(' ')}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function isAlive({ pid, identity }: Process): Promise<boolean> {
  return identity !== '' && (await identityOf(pid)) === identity
}

function fileIn(dataDirectory: string): string {
  return path.join(dataDirectory, 'running.json')
}
