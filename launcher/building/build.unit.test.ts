import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type Build, removeStamp, staleBuilds, writeStamp } from './build.ts'

let root: string
const build: Build = {
  name: 'the example',
  command: { program: 'true', args: [], folder: os.tmpdir() },
  inputs: ['source', 'lockfile.yaml'],
  output: 'out/bundle.mjs',
}

const write = async (file: string, text: string) => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), text)
}
const isStale = async () => (await staleBuilds(root, [build])).length > 0

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'careword-build-'))
  await write('source/pages/index.ts', 'one')
  await write('source/other.ts', 'two')
  await write('lockfile.yaml', 'three')
  await write('out/bundle.mjs', 'built')
  for (const stale of await staleBuilds(root, [build])) await writeStamp(root, stale)
})
afterEach(() => rm(root, { recursive: true }))

describe('staleBuilds', () => {
  test('passes over a build whose sources are as they were', async () => {
    expect(await isStale()).toBe(false)
  })

  test.each<[string, () => Promise<unknown>]>([
    ['a file is changed', () => write('source/pages/index.ts', 'ONE')],
    ['a file is added', () => write('source/pages/new.ts', '')],
    ['a file is removed', () => rm(path.join(root, 'source/other.ts'))],
    [
      'a file is renamed',
      () => rename(path.join(root, 'source/other.ts'), path.join(root, 'source/others.ts')),
    ],
    ['the lockfile is changed', () => write('lockfile.yaml', 'four')],
    ['what was built is gone', () => rm(path.join(root, 'out'), { recursive: true })],
    ['it was built by other hands', () => write('out/bundle.mjs', 'built otherwise')],
    ['the last build did not finish', () => removeStamp(root, build)],
  ])('finds it stale when %s', async (_, change) => {
    await change()
    expect(await isStale()).toBe(true)
  })

  test.each([
    'source/pages/index.unit.test.ts',
    'source/node_modules/x/index.js',
    'source/.next/BUILD_ID',
    'source/admin/importMap.js',
  ])('does not count %s as a source', async (file) => {
    await write(file, 'anything')
    expect(await isStale()).toBe(false)
  })

  test('complains about an input that does not exist', async () => {
    await rm(path.join(root, 'lockfile.yaml'))
    await expect(isStale()).rejects.toThrow('lockfile.yaml')
  })
})

describe('writeStamp', () => {
  test('refuses a build that left nothing', async () => {
    await rm(path.join(root, 'out'), { recursive: true })
    const attempts = (await staleBuilds(root, [build])).map((stale) => writeStamp(root, stale))
    expect(attempts).toHaveLength(1)
    await expect(Promise.all(attempts)).rejects.toThrow('The build of the example left no out/bundle.mjs.')
  })
})
