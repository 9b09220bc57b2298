import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { localEnvironment } from '../launcher/environment/local-environment.ts'
import { startChild } from '../launcher/processes/child.ts'
import { cmsService } from '../launcher/services.ts'
import { freePorts } from './free-ports.ts'

jest.setTimeout(60_000)

let dataDirectory: string
beforeAll(async () => {
  dataDirectory = mkdtempSync(path.join(tmpdir(), 'careword-refused-'))
  await mkdir(path.join(dataDirectory, 'logs'))
})
afterAll(() => {
  rmSync(dataDirectory, { recursive: true, force: true })
})

/** What the built CMS says until it ends, with these variables. */
async function ended(variables: Record<string, string>) {
  const [CMS_PORT = 0] = await freePorts(1)
  const environment = await localEnvironment({
    PATH: process.env.PATH ?? '',
    NEXT_TELEMETRY_DISABLED: '1',
    DATA_DIR: dataDirectory,
    CMS_PORT: String(CMS_PORT),
  })
  Object.assign(environment.variables, variables)
  const lines: string[] = []
  const { command, logFile } = cmsService(environment, {
    mode: 'start',
    setupToken: 'the-link-for-the-first-account-of-a-journey',
  })
  const child = startChild(command, { logFile, onLine: (line) => lines.push(line) })
  return { end: await child.exited, said: lines.join('\n') }
}

describe('a CMS that is told something wrong', () => {
  test.each([
    [{ NUDGE_SECRET: 'abc' }, 'NUDGE_SECRET: expected'],
    [{ DEPLOY_HOOKS: '[{}]' }, 'DEPLOY_HOOKS: expected'],
    [{ DATABASE_URI: 'postgres://localhost/careword' }, 'DATABASE_URI: leave it unset'],
  ])('ends at once, and says what: %j', async (variables, sentence) => {
    const { end, said } = await ended(variables)
    expect(end).toMatchObject({ code: 1 })
    expect(said).toContain(sentence)
    expect(said).not.toContain('    at ')
  })
})
