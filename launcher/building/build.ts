import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from '../processes/child.ts'
import { fingerprint } from './fingerprint.ts'

/** Something that is built from sources, and how to see whether it is still built from the sources as they are. */
export type Build = {
  /** What it is called in messages. */
  name: string
  command: Omit<Command, 'name' | 'variables'>
  /** Files and folders that the build reads, relative to the root. */
  inputs: string[]
  /** A file that every build writes anew, relative to the root: by it a build by other hands is noticed. */
  output: string
}

/** A build whose result is missing, or was made from other sources. */
export type StaleBuild = Build & { fingerprint: string }

/**
 * Which of the builds have to be run.
 *
 * @param root the project's folder
 */
export async function staleBuilds(root: string, builds: Build[]): Promise<StaleBuild[]> {
  const looked = await Promise.all(
    builds.map(async (build) => {
      const now = await fingerprint(root, build.inputs, [process.version])
      const fresh = (await readStamp(root, build)) === (await stampOf(root, build, now))
      return fresh ? [] : [{ ...build, fingerprint: now }]
    }),
  )
  return looked.flat()
}

/** Forgets that a build was ever finished; to be called before it is run. */
export async function removeStamp(root: string, build: Build): Promise<void> {
  await rm(stampFile(root, build), { force: true })
}

/**
 * Remembers what a finished build was built from: the sources as they were before it began.
 *
 * @throws Error when the build left no output
 */
export async function writeStamp(root: string, build: StaleBuild): Promise<void> {
  const stamp = await stampOf(root, build, build.fingerprint)
  if (stamp === undefined) throw new Error(`The build of ${build.name} left no ${build.output}.`)
  await mkdir(path.dirname(stampFile(root, build)), { recursive: true })
  await writeFile(stampFile(root, build), stamp)
}

async function stampOf(root: string, build: Build, sources: string): Promise<string | undefined> {
  const output = path.join(root, build.output)
  if (!existsSync(output)) return undefined
  const result = createHash('sha256').update(await readFile(output))
  return `${sources}\n${result.digest('hex')}\n`
}

async function readStamp(root: string, build: Build): Promise<string> {
  const file = stampFile(root, build)
  return existsSync(file) ? readFile(file, 'utf8') : ''
}

function stampFile(root: string, build: Build): string {
  return path.join(root, 'node_modules', '.cache', 'careword', `${build.output.replaceAll('/', '-')}.stamp`)
}
