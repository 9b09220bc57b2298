import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readCurrentBuild, writeCurrentBuild } from './current-build.ts'
import { loadRenderer } from './load.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'careword-renderer-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true })
})

describe('the current build', () => {
  test('is the one that was written last', async () => {
    await writeCurrentBuild(directory, 'first')
    await writeCurrentBuild(directory, 'second')
    expect(await readCurrentBuild(directory)).toBe('second')
  })

  test('is none in an empty folder, and loading says how to build one', async () => {
    expect(await readCurrentBuild(directory)).toBeUndefined()
    await expect(loadRenderer(directory)).rejects.toThrow(
      expect.objectContaining({ name: 'NoRenderer', message: expect.stringContaining('build:renderer') }),
    )
  })

  test.each(['{', '{}', '{"build":"../elsewhere"}'])('is an error when the file says %s', async (text) => {
    await writeFile(join(directory, 'current.json'), text)
    await expect(readCurrentBuild(directory)).rejects.toThrow('build the renderer again')
  })
})
