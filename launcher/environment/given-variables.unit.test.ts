import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { givenVariables } from './given-variables.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword-env-'))
  file = path.join(folder, '.env')
})
afterEach(() => rm(folder, { recursive: true }))

describe('givenVariables', () => {
  test('needs no file', async () => {
    expect(await givenVariables({ CMS_PORT: '3001' }, file)).toEqual({ CMS_PORT: '3001' })
  })

  test('prefers what is set to what the file says', async () => {
    await writeFile(file, '# ports\nCMS_PORT=3002\nSITE_PORT="8080"\n')
    expect(await givenVariables({ CMS_PORT: '3001' }, file)).toEqual({ CMS_PORT: '3001', SITE_PORT: '8080' })
  })

  test('takes an empty one as not set, and lets it hide the file’s', async () => {
    await writeFile(file, 'DATABASE_URI=mongodb://localhost/mine\nSITE_URL=\n')
    expect(await givenVariables({ DATABASE_URI: '', CMS_URL: '' }, file)).toEqual({})
  })
})
