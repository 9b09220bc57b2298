import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { readIfThere } from '../files/read-if-there.ts'
import { identityOf } from './process-identity.ts'

/** Another publisher is at work. */
export class PublisherRunning extends Error {
  override readonly name = 'PublisherRunning'
  readonly pid: number

  constructor(pid: number, since: string) {
    super(`Another publisher (process ${pid}) has been at work since ${since}. Only one can write the site.`)
    this.pid = pid
  }
}

const holderSchema = z.object({ pid: z.number().int().positive(), process: z.string(), since: z.string() })
type Holder = z.output<typeof holderSchema>

/**
 * Takes the lock that lets one publisher at a time write the site. A lock whose process is gone is taken over.
 *
 * @returns a function that gives the lock back
 * @throws PublisherRunning while another process has it
 */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true })
  const mine = JSON.stringify({
    pid: process.pid,
    process: await identityOf(process.pid),
    since: new Date().toISOString(),
    token: randomUUID(),
  })
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, mine)
  try {
    await acquire(file, draft)
  } finally {
    await rm(draft, { force: true })
  }
  return async () => {
    if ((await readIfThere(file)) === mine) await rm(file, { force: true })
  }
}

/** Puts a link to the draft in the lock's place, when that is free or its holder is gone. */
async function acquire(file: string, draft: string): Promise<void> {
  while (!(await linkIfFree(draft, file))) {
    const held = await readIfThere(file)
    if (held === undefined) continue
    await refuseIfAtWork(held)
    // Several processes may find the same stale lock. Who may replace it is decided by a lock that names it.
    const turn = `${file}.after-${createHash('sha256').update(held).digest('hex').slice(0, 16)}`
    await acquire(turn, draft)
    try {
      if ((await readIfThere(file)) === held) {
        await replace(file, draft)
        return
      }
    } finally {
      await rm(turn)
    }
  }
}

/** Unlike a write, a link appears with its content, and fails when the name is taken. */
async function linkIfFree(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function replace(file: string, draft: string): Promise<void> {
  const next = `${file}.${randomUUID()}`
  await link(draft, next)
  await rename(next, file)
}

async function refuseIfAtWork(held: string): Promise<void> {
  const holder = parseHolder(held)
  if (!holder) return
  const { pid, process, since } = holder
  if ((await identityOf(pid)) === process) throw new PublisherRunning(pid, since)
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    // Damaged by a power cut: whoever wrote it is gone.
    return undefined
  }
}
