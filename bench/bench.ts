import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the file `run.ts` of a benchmark's folder exports: takes the words after its name, gives the exit code. */
type Benchmark = { run: (args: string[]) => Promise<number> }

const here = import.meta.dirname
const [name = 'help', ...args] = process.argv.slice(2)

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${Error.isError(error) ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}

async function main(): Promise<number> {
  const file = path.join(here, name, 'run.ts')
  if (/^[a-z-]+$/.test(name) && existsSync(file)) {
    const { run } = (await import(pathToFileURL(file).href)) as Benchmark
    return run(args)
  }
  const names = await benchmarks()
  process.stdout.write(`pnpm bench <name> [options], where <name> is one of: ${names.join(', ')}.\n`)
  return name === 'help' ? 0 : 2
}

async function benchmarks(): Promise<string[]> {
  const entries = await readdir(here, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(path.join(here, entry.name, 'run.ts')))
    .map((entry) => entry.name)
}
