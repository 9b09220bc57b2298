import { measureAstro } from './astro/measure-astro.ts'
import { prepareContent } from './content/prepare.ts'
import type { PreparedContent } from './content/prepare.ts'
import { buildCareword } from './ours/build-careword.ts'
import { removeFolder, documentFile, resultsFile, workFolder } from './folders.ts'
import { currentCommit, describeMachine } from './machine.ts'
import type { Measuring } from './measuring.ts'
import { measureNext } from './next/measure-next.ts'
import { HELP, readOptions, WrongUse } from './options.ts'
import type { Part } from './options.ts'
import { measureOurs } from './ours/measure-ours.ts'
import { measureRollback } from './ours/measure-rollback.ts'
import { createAtEnd } from './programs/at-end.ts'
import { createQuiet } from './programs/quiet.ts'
import { writeTable } from './report/document.ts'
import { mergeResults, readResults, writeResults } from './results.ts'
import type { Measured, SizeResults } from './results.ts'

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`)

/**
 * `pnpm bench publish`: how long it takes from an edit to the visitor, beside what others take for the same. Writes
 * `bench/results/publish.json` after each part, and the table in `docs/benchmarks.md` from it.
 *
 * @returns the exit code
 */
export async function run(args: string[]): Promise<number> {
  const atEnd = createAtEnd(tell)
  const interrupt = () => void atEnd.run().then(() => process.exit(130))
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    const options = readOptions(args)
    if (!options) {
      tell(HELP)
      return 0
    }
    await measureAll({ options, atEnd, tell })
    return 0
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    process.stderr.write(`${error.message}\n\n${HELP}`)
    return 2
  } finally {
    await atEnd.run()
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

async function measureAll(measuring: Omit<Measuring, 'quiet'>): Promise<void> {
  const { options } = measuring
  if (!options.keep) measuring.atEnd.add(() => removeFolder(workFolder))
  await buildCareword(measuring)
  for (const size of options.sizes) {
    tell(`\n${size} articles`)
    const content = await prepareContent(size, measuring)
    for (const part of options.parts) await measureOne(part, content, measuring)
  }
}

const measurements: Record<Part, (content: PreparedContent, measuring: Measuring) => Promise<SizeResults>> = {
  ours: async (content, measuring) => ({
    ours: await stamped(measuring, () => measureOurs(content, measuring)),
  }),
  rollback: async (content, measuring) => ({
    rollback: await stamped(measuring, () => measureRollback(content, measuring)),
  }),
  astro: async (content, measuring) => ({
    astro: await stamped(measuring, () => measureAstro(content, measuring, { incremental: false })),
  }),
  incremental: async (content, measuring) => ({
    incremental: await stamped(measuring, () => measureAstro(content, measuring, { incremental: true })),
  }),
  next: async (content, measuring) => ({
    next: await stamped(measuring, () => measureNext(content, measuring)),
  }),
}

async function measureOne(
  part: Part,
  content: PreparedContent,
  measuring: Omit<Measuring, 'quiet'>,
): Promise<void> {
  tell(`${part}:`)
  const quiet = createQuiet(measuring.options.patience)
  const measured = await measurements[part](content, { ...measuring, quiet })
  const results = mergeResults(await readResults(resultsFile), {
    machine: describeMachine(),
    size: content.articles,
    part: measured,
  })
  await writeResults(resultsFile, results)
  await writeTable(documentFile, results)
}

async function stamped<Result>(
  { quiet }: Measuring,
  measure: () => Promise<Result>,
): Promise<Result & Measured> {
  const at = new Date().toISOString()
  const commit = currentCommit()
  const start = performance.now()
  const result = await measure()
  const tookSeconds = (performance.now() - start) / 1000
  const noise = quiet.noise()
  tell(
    `  (${tookSeconds.toFixed(0)} s; ${noise.leftOut} left out for noise, ${noise.measured} measured in it)`,
  )
  return { ...result, at, commit, tookSeconds, noise }
}
