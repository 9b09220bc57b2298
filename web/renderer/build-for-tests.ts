import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { join } from 'node:path'
import { loadRenderer, type Renderer } from './load.ts'

const run = promisify(execFile)

/**
 * The renderer as it is built from the present sources. Builds it when it is missing or stale, in a process of its
 * own: Vite does not run inside Jest.
 */
export async function rendererForTests(): Promise<Renderer> {
  await run(process.execPath, [join(import.meta.dirname, 'build.ts'), '--when-stale'])
  return loadRenderer(join(import.meta.dirname, '..', 'dist', 'renderer'))
}
