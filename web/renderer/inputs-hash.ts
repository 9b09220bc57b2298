import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const webDirectory = join(import.meta.dirname, '..')

/** All that a build of the templates is made from, below `web/`. */
const inputs = ['src', 'public', 'content', 'renderer', 'astro.config.ts', 'package.json', '../shared/src']

const notBuilt = /\.test\.ts$|-for-tests\.ts$|\/fixtures\//

/** A hash of the sources of the renderer: equal as long as building it again would change nothing. */
export async function hashInputs(): Promise<string> {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const file of await filesIn(input)) {
      hash.update(`${file}\0`)
      hash.update(await readFile(join(webDirectory, file)))
    }
  return hash.digest('hex').slice(0, 12)
}

async function filesIn(input: string): Promise<string[]> {
  if (/\.\w+$/.test(input)) return [input]
  const entries = await readdir(join(webDirectory, input), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(webDirectory, join(entry.parentPath, entry.name)))
    .filter((file) => !notBuilt.test(file))
    .sort()
}
