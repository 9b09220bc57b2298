import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { EnvironmentError } from './environment.ts'
import { LOCAL_SECRETS_FILE, withLocalSecrets } from './local-secrets.ts'

describe('withLocalSecrets', () => {
  let directory = ''
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'careword-secrets-'))
  })
  afterEach(() => {
    rmSync(directory, { recursive: true })
  })
  const write = (text: string) => {
    writeFileSync(join(directory, LOCAL_SECRETS_FILE), text)
  }

  test('leaves the environment as it is when there is no file', () => {
    expect(withLocalSecrets({ CMS_URL: 'http://localhost:3000' }, directory)).toEqual({
      CMS_URL: 'http://localhost:3000',
    })
  })

  test('fills in what is unset or empty, and keeps what is set', () => {
    write(
      '{"NUDGE_SECRET":"from the file","PAYLOAD_SECRET":"from the file","PUBLISHER_API_KEY":"from the file"}',
    )
    expect(withLocalSecrets({ NUDGE_SECRET: 'mine', PAYLOAD_SECRET: '' }, directory)).toEqual({
      NUDGE_SECRET: 'mine',
      PAYLOAD_SECRET: 'from the file',
      PUBLISHER_API_KEY: 'from the file',
    })
  })

  test('fills in nothing in production', () => {
    write('{"NUDGE_SECRET":"from the file"}')
    expect(withLocalSecrets({ NODE_ENV: 'production' }, directory)).toEqual({ NODE_ENV: 'production' })
  })

  test.each(['{"NUDGE_SECRET"', '["a"]', '{"NUDGE_SECRET":5}'])('refuses a file that holds %s', (text) => {
    write(text)
    expect(() => withLocalSecrets({}, directory)).toThrow(EnvironmentError)
    expect(() => withLocalSecrets({}, directory)).toThrow(/secrets\.json should hold the local secrets/)
  })
})
