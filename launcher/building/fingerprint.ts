import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

const NOT_READ_BY_BUILDS = [
  /^node_modules$/,
  /^\.next$/,
  /^\.astro$/,
  /^dist$/,
  /^next-env\.d\.ts$/,
  // The build of the CMS writes it.
  /^importMap\.js$/,
  /\.tsbuildinfo$/,
  /\.test\.tsx?$/,
]

/**
 * One hash over the names and contents of files: another one as soon as a file is changed, added, renamed or removed.
 *
 * @param inputs files and folders, relative to the root; what tests and earlier builds left in folders is passed over
 * @param extra other things that a build depends on, such as the version of Node
 * @returns 64 hexadecimal digits
 */
export async function fingerprint(root: string, inputs: string[], extra: string[]): Promise<string> {
  const files = (await Promise.all(inputs.map((input) => filesBelow(root, input)))).flat().sort()
  const hash = createHash('sha256').update(JSON.stringify(extra))
  for (const file of files) {
    const bytes = await readFile(path.join(root, file))
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

async function filesBelow(root: string, input: string): Promise<string[]> {
  if (!(await stat(path.join(root, input))).isDirectory()) return [input]
  const entries = await readdir(path.join(root, input), { withFileTypes: true })
  const read = entries.filter(({ name }) => !NOT_READ_BY_BUILDS.some((pattern) => pattern.test(name)))
  const found = await Promise.all(read.map(({ name }) => filesBelow(root, path.join(input, name))))
  return found.flat()
}
