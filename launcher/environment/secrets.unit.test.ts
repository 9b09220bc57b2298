import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { BrokenSecretsError, keepSecrets } from './secrets.ts'

let parent: string
let folder: string
let file: string

beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'careword-secrets-'))
  folder = path.join(parent, 'data')
  file = path.join(folder, 'secrets.json')
})
afterEach(() => rm(parent, { recursive: true }))

const permissions = async (of: string) => (await stat(of)).mode & 0o777

describe('keepSecrets', () => {
  test('makes secrets that only their owner can read', async () => {
    const secrets = await keepSecrets(folder)
    expect(await permissions(folder)).toBe(0o700)
    expect(await permissions(file)).toBe(0o600)
    expect(secrets.PAYLOAD_SECRET.length).toBeGreaterThanOrEqual(32)
    expect(secrets.PUBLISHER_API_KEY.length).toBeGreaterThanOrEqual(32)
    const key = Buffer.from(secrets.NUDGE_SECRET.replace('whsec_', ''), 'base64')
    expect(key.length).toBeGreaterThanOrEqual(24)
  })

  test('gives the same secrets the second time and leaves the file alone', async () => {
    const first = await keepSecrets(folder)
    const written = await readFile(file, 'utf8')
    expect(await keepSecrets(folder)).toEqual(first)
    expect(await readFile(file, 'utf8')).toBe(written)
  })

  test('leaves no half a file when it cannot be written', async () => {
    const code = `import { keepSecrets } from ${JSON.stringify(path.join(import.meta.dirname, 'secrets.ts'))}; await keepSecrets(${JSON.stringify(folder)})`
    // As on a full disk: no file may hold anything.
    const limited = ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, '--input-type=module', '-e', code]
    await expect(promisify(execFile)('/bin/sh', limited)).rejects.toThrow(
      `${file} cannot be written: it would be longer`,
    )
    expect(await readdir(folder)).toEqual([])
    expect(await keepSecrets(folder)).toHaveProperty('NUDGE_SECRET')
  })

  test('makes other secrets for another folder', async () => {
    const first = await keepSecrets(folder)
    const second = await keepSecrets(path.join(parent, 'other'))
    expect(new Set([...Object.values(first), ...Object.values(second)]).size).toBe(6)
  })

  test('narrows the permissions of a file that others could read', async () => {
    await keepSecrets(folder)
    await chmod(file, 0o644)
    await keepSecrets(folder)
    expect(await permissions(file)).toBe(0o600)
  })

  test.each([
    ['is not JSON', '{"PAYLOAD_SECRET": "abc', 'it is not JSON'],
    [
      'lacks a secret',
      `{"PAYLOAD_SECRET": "${'a'.repeat(64)}", "NUDGE_SECRET": "whsec_x"}`,
      'PUBLISHER_API_KEY',
    ],
  ])('refuses a file that %s and does not overwrite it', async (_, content, problem) => {
    await keepSecrets(folder)
    await writeFile(file, content)
    await expect(keepSecrets(folder)).rejects.toThrow(BrokenSecretsError)
    await expect(keepSecrets(folder)).rejects.toThrow(problem)
    expect(await readFile(file, 'utf8')).toBe(content)
  })
})
