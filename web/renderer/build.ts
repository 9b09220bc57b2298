import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCurrentBuild, writeCurrentBuild } from './current-build.ts'
import { hashInputs } from './inputs-hash.ts'

const webDirectory = join(import.meta.dirname, '..')

/** Where the builds of the templates are. */
export const rendererDirectory = join(webDirectory, 'dist', 'renderer')

/** A process that still runs an older build loads its pages from there, so a few are kept. */
const BUILDS_KEPT = 3

/**
 * Builds the templates into a new folder and makes it the current one.
 *
 * @param onlyWhenStale keep the current build when it was made from the same sources
 * @returns the name of the build
 */
export async function buildRenderer({ onlyWhenStale = false } = {}): Promise<string> {
  const hash = await hashInputs()
  const current = await readCurrentBuild(rendererDirectory)
  if (onlyWhenStale && current?.endsWith(`-${hash}`)) return current

  const build = `${new Date().toISOString().replace(/[-:.Z]/g, '')}-${hash}`
  await mkdir(rendererDirectory, { recursive: true })
  try {
    await runAstro(join(rendererDirectory, build))
  } catch (error) {
    await rm(join(rendererDirectory, build), { recursive: true, force: true })
    throw error
  }
  await writeCurrentBuild(rendererDirectory, build)
  await removeOldBuilds(build)
  return build
}

async function runAstro(outDir: string): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1'
  // Started by tests it would be “test”, and the islands would bring React for developers.
  process.env.NODE_ENV = 'production'
  // The key encrypts the properties of server islands. The site has none, so it protects nothing; left out, Astro
  // makes a random one and every build differs from the last.
  process.env.ASTRO_KEY = Buffer.alloc(32, 'careword').toString('base64')
  const { build } = await import('astro')
  await build({ root: webDirectory, outDir, logLevel: 'warn' })
}

async function removeOldBuilds(current: string): Promise<void> {
  const entries = await readdir(rendererDirectory, { withFileTypes: true })
  // The names begin with the time of the build.
  const builds = entries
    .filter((entry) => entry.isDirectory() && entry.name !== current)
    .map(({ name }) => name)
  for (const old of builds
    .sort()
    .toReversed()
    .slice(BUILDS_KEPT - 1))
    await rm(join(rendererDirectory, old), { recursive: true, force: true })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const build = await buildRenderer({ onlyWhenStale: process.argv.includes('--when-stale') })
  process.stdout.write(`Templates built: ${build}\n`)
}
