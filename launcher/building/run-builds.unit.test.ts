import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createSupervisor } from '../processes/supervisor.ts'
import { type Build, staleBuilds } from './build.ts'
import { BuildFailedError, runBuilds } from './run-builds.ts'

let root: string
const variables = { PATH: process.env.PATH ?? '' }

const buildOf = (script: string): Build => ({
  name: 'the example',
  command: { program: process.execPath, args: ['-e', script], folder: root },
  inputs: ['source'],
  output: 'out',
})
const run = async (build: Build, detail: (line: string) => void = () => undefined) => {
  const supervisor = createSupervisor()
  await runBuilds(root, await staleBuilds(root, [build]), { supervisor, variables, detail })
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'careword-run-builds-'))
  await mkdir(path.join(root, 'source'))
  await writeFile(path.join(root, 'source', 'index.ts'), '')
})
afterEach(() => rm(root, { recursive: true }))

describe('runBuilds', () => {
  test('leaves a build fresh that succeeded', async () => {
    const build = buildOf("require('fs').writeFileSync('out', '')")
    await run(build)
    expect(await staleBuilds(root, [build])).toEqual([])
  })

  test('shows what a failed build said, and leaves it stale', async () => {
    const build = buildOf(
      "require('fs').writeFileSync('out', ''); console.error('no such colour'); process.exit(3)",
    )
    const attempt = run(build)
    await expect(attempt).rejects.toThrow(BuildFailedError)
    await expect(attempt).rejects.toThrow(/no such colour[^]*the example failed: it ended with exit code 3/)
    expect(await staleBuilds(root, [build])).toHaveLength(1)
  })

  test('does not take an older success for its own when a build fails', async () => {
    await run(buildOf("require('fs').writeFileSync('out', '')"))
    await writeFile(path.join(root, 'source', 'index.ts'), 'changed')
    const failing = buildOf('process.exit(1)')
    await expect(run(failing)).rejects.toThrow(BuildFailedError)
    await writeFile(path.join(root, 'source', 'index.ts'), '')
    expect(await staleBuilds(root, [failing])).toHaveLength(1)
  })

  test('builds for production whatever the environment says', async () => {
    await run(
      buildOf(
        "if (process.env.NODE_ENV !== 'production') process.exit(1); require('fs').writeFileSync('out', '')",
      ),
    )
    expect(await staleBuilds(root, [buildOf('')])).toEqual([])
  })
})
