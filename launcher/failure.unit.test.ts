import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { keepSecrets } from './environment/secrets.ts'
import { explain } from './failure.ts'

test('a data directory that cannot be made is explained in a sentence, without a stack', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'careword-failure-'))
  const data = path.join(folder, 'a-file', 'data')
  await writeFile(path.join(folder, 'a-file'), '')
  const error: unknown = await keepSecrets(data).catch((thrown: unknown) => thrown)
  expect(explain(error)).toBe(
    `${path.join(data, 'secrets.json')} cannot be written: a part of the path is a file where a folder should be. Move that file away.`,
  )
  await rm(folder, { recursive: true })
})

test('so is one in whose place there is a file', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'careword-failure-'))
  const data = path.join(folder, 'data')
  await writeFile(data, '')
  const error: unknown = await keepSecrets(data).catch((thrown: unknown) => thrown)
  expect(explain(error)).toBe(
    `${path.join(data, 'secrets.json')} cannot be written: a file is there where a folder should be. Move that file away.`,
  )
  await rm(folder, { recursive: true })
})

test('a defect is shown with its stack', () => {
  expect(explain(new TypeError('x is not a function'))).toMatch(/^TypeError: x is not a function\n +at /)
})
