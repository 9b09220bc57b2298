import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const summary = z.object({
  runs: z.number(),
  p50: z.number(),
  p95: z.number(),
  min: z.number(),
  max: z.number(),
})

/** When and from what a part was measured, how long that took, and how much of it was left out for noise, or was not. */
const measured = z.object({
  at: z.string(),
  commit: z.string(),
  tookSeconds: z.number(),
  noise: z.object({ leftOut: z.number(), measured: z.number() }),
})

const memory = z.object({ publisher: z.number(), server: z.number() })

const oursSchema = measured.extend({
  /** Pages of the whole site, lists and all. */
  pages: z.number(),
  pageBytes: z.number(),
  pauseMs: z.number(),
  saveMs: summary,
  servedMs: summary,
  saveAloneMs: summary,
  /** From the start of the publisher to the finished site, the reading of all content included. */
  firstPublishSeconds: z.number(),
  /** All pages rendered anew; null when the publisher has no command for it. */
  rebuildSeconds: summary.nullable(),
  navigationSeconds: summary,
  sampledPages: z.number(),
  /** Resident memory in MB, at its highest and at rest. */
  memoryMb: z.object({ peak: memory, rest: memory }),
  /** Not measured of a large site: to draw all its cards takes a quarter of an hour. */
  siteMb: z.number().nullable(),
  releaseKb: z.number().nullable(),
})

const buildSchema = measured.extend({
  pages: z.number(),
  pageBytes: z.number(),
  fullBuildSeconds: summary,
  /** From the writing of one changed document to the end of the build. */
  editSeconds: summary,
})

const nextSchema = measured.extend({
  pages: z.number(),
  pageBytes: z.number(),
  fullBuildSeconds: summary,
  pauseMs: z.number(),
  /** From the writing of one changed document to its bytes in an answer. */
  servedMs: summary,
})

const rollbackSchema = measured.extend({
  pages: z.number(),
  /** From the command to the page as it was, and to the answer, which comes when what was done is proved. */
  servedMs: summary,
  answeredMs: summary,
})

const sizeSchema = z.object({
  ours: oursSchema.optional(),
  rollback: rollbackSchema.optional(),
  astro: buildSchema.optional(),
  incremental: buildSchema.optional(),
  next: nextSchema.optional(),
})

const machineSchema = z.object({
  cores: z.number(),
  model: z.string(),
  memoryGb: z.number(),
  system: z.string(),
  node: z.string(),
})

const resultsSchema = z.object({ machine: machineSchema, sizes: z.record(z.string(), sizeSchema) })

export type Measured = z.output<typeof measured>
export type OursResult = z.output<typeof oursSchema>
export type RollbackResult = z.output<typeof rollbackSchema>
export type BuildResult = z.output<typeof buildSchema>
export type NextResult = z.output<typeof nextSchema>
export type SizeResults = z.output<typeof sizeSchema>
export type Machine = z.output<typeof machineSchema>
export type Results = z.output<typeof resultsSchema>

/**
 * Reads what earlier runs measured.
 *
 * @returns undefined when there is none
 * @throws Error when the file is no such results; the message says what to do
 */
export async function readResults(file: string): Promise<Results | undefined> {
  if (!existsSync(file)) return undefined
  try {
    return resultsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new Error(`${file} holds no results of this benchmark. Delete it and measure again.`, { cause })
  }
}

/** Writes results, whole or not at all. */
export async function writeResults(file: string, results: Results): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(`${file}.new`, `${JSON.stringify(results, null, 2)}\n`)
  await rename(`${file}.new`, file)
}

/**
 * Puts what was just measured in the place of what was there of the same part and size.
 *
 * @param earlier results of another machine are left out, since they say nothing of this one
 */
export function mergeResults(
  earlier: Results | undefined,
  { machine, size, part }: { machine: Machine; size: number; part: SizeResults },
): Results {
  const same = earlier && JSON.stringify(earlier.machine) === JSON.stringify(machine)
  const sizes = same ? earlier.sizes : {}
  return { machine, sizes: { ...sizes, [size]: { ...sizes[String(size)], ...part } } }
}
