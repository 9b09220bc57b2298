import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cmsConfig } from './cms-config.ts'
import { readCmsEnvironment } from './environment.ts'

const secrets = {
  PAYLOAD_SECRET: 'p'.repeat(32),
  NUDGE_SECRET: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
  PUBLISHER_API_KEY: 'k'.repeat(32),
}

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'careword-environment-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const read = (variables: Record<string, string | undefined> = {}) =>
  readCmsEnvironment({ ...secrets, DATA_DIR: folder, ...variables })

describe('readCmsEnvironment', () => {
  test('needs the secrets only', () => {
    expect(read()).toMatchObject({
      ...secrets,
      CMS_URL: 'http://localhost:3000',
      SITE_URL: 'http://localhost:4321',
      PUBLISHER_URL: 'http://127.0.0.1:4322',
      SEED_WHEN_EMPTY: false,
      DATA_DIR: folder,
    })
    expect(read().DATABASE_URI).toBeUndefined()
  })

  test('makes up a setup token for each start, unless one is given', () => {
    expect(read().SETUP_TOKEN).toMatch(/^[\w-]{32}$/)
    expect(read().SETUP_TOKEN).not.toBe(read().SETUP_TOKEN)
    expect(read({ SETUP_TOKEN: 't'.repeat(24) }).SETUP_TOKEN).toBe('t'.repeat(24))
  })

  test('takes slashes off the ends of addresses', () => {
    expect(read({ CMS_URL: 'https://cms.example.org//' }).CMS_URL).toBe('https://cms.example.org')
  })

  test.each(Object.keys(secrets))('refuses to start in production without %s', (name) => {
    expect(() => read({ NODE_ENV: 'production', [name]: undefined })).toThrow(
      new RegExp(`^  ${name}: expected .+; it is not set\\.$`, 'm'),
    )
  })

  test('does not take local secrets in production', () => {
    writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify(secrets))
    const none = { PAYLOAD_SECRET: undefined, NUDGE_SECRET: undefined, PUBLISHER_API_KEY: '' }
    expect(() => read({ ...none, NODE_ENV: 'production' })).toThrow(
      /PAYLOAD_SECRET[^]+NUDGE_SECRET[^]+PUBLISHER_API_KEY/,
    )
    expect(read({ ...none, NODE_ENV: 'development' })).toMatchObject(secrets)
    rmSync(path.join(folder, 'secrets.json'))
  })

  test('needs no secret to build', () => {
    const source = { DATA_DIR: folder, NODE_ENV: 'production', NEXT_PHASE: 'phase-production-build' }
    expect(() => readCmsEnvironment(source)).not.toThrow()
  })

  test('reads deploy hooks, with what they leave open', () => {
    const [hook] = read({ DEPLOY_HOOKS: '[{"kind":"vercel","url":"https://example.org/hook"}]' }).DEPLOY_HOOKS
    expect(hook).toEqual({
      kind: 'vercel',
      url: 'https://example.org/hook',
      waitSeconds: 10,
      longestWaitSeconds: 120,
      retrySeconds: 5,
    })
    expect(read().DEPLOY_HOOKS).toEqual([])
  })

  test.each([
    [
      'DEPLOY_HOOKS',
      '[{"kind":"other"}]',
      'a JSON list of deploy hooks such as [{"kind":"netlify","url":"https://…"}], or nothing; a value of 18 characters came (not shown). It is wrong at “0.kind”: ',
    ],
    [
      'PAYLOAD_SECRET',
      'short',
      'a secret of at least 32 characters; a value of 5 characters came (not shown).',
    ],
    [
      'NUDGE_SECRET',
      'x'.repeat(40),
      '“whsec_” and at least 24 bytes in base64 (or several of these, with spaces between: the first signs); a value of 40 characters came',
    ],
    [
      'NUDGE_SECRET',
      'whsec_c2hvcnQ=',
      '“whsec_” and at least 24 bytes in base64 (or several of these, with spaces between: the first signs); a value of 14 characters came',
    ],
    [
      'PUBLISHER_API_KEY',
      'short',
      'a key of at least 32 characters; a value of 5 characters came (not shown).',
    ],
    ['SETUP_TOKEN', 'short', 'at least 24 characters, or nothing; a value of 5 characters came (not shown).'],
    [
      'CMS_URL',
      'cms.example.org',
      'the public address of the CMS, such as https://cms.example.org; “cms.example.org” came.',
    ],
    [
      'SITE_URL',
      'ftp://example.org',
      'the public address of the site, such as https://www.example.org; “ftp://example.org” came.',
    ],
    [
      'PUBLISHER_URL',
      'localhost:4322',
      'the address of the publisher, such as http://127.0.0.1:4322; “localhost:4322” came.',
    ],
    ['SEED_WHEN_EMPTY', 'perhaps', '“true” or “false”; “perhaps” came.'],
  ])('says what is wrong with %s=%s', (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(`${name}: expected ${message}`)
  })

  test.each([
    ['DEPLOY_HOOKS', '[{', 'a value of 2 characters came (not shown). It is wrong: no JSON.'],
    [
      'DEPLOY_HOOKS',
      '[{"kind":"vercel","url":"https://me:hush@example.org/hook"}]',
      'a value of 60 characters came (not shown). It is wrong at “0.url”: no user name and no password can stand in it.',
    ],
    [
      'DEPLOY_HOOKS',
      '[{"kind":"github","repository":"clinic/site","token":"pat\\n"}]',
      'It is wrong at “0.token”: letters, digits and signs, without spaces.',
    ],
    [
      'CMS_URL',
      'https://me:hush@cms.example.org',
      'such as https://cms.example.org; “https://me:…@cms.example.org” came. It is wrong: no user name and no password can stand in it.',
    ],
    ['PUBLISHER_URL', 'http://localhost/?a', 'It is wrong: nothing can follow a “?” or “#” in it.'],
    [
      'SITE_URL',
      'https://example.org/learn',
      'It is wrong: the site lies at the root of its host, so no path can stand in it.',
    ],
  ])('says where %s=%s is wrong, and shows no secret', (name, value, message) => {
    const refusal = (): unknown => read({ [name]: value })
    expect(refusal).toThrow(`${name}: expected `)
    expect(refusal).toThrow(message)
    expect(refusal).not.toThrow('hush')
  })
})

test.each(['postgres://db/careword', 'mysql://db/careword', 'careword.db'])(
  'the CMS does not start on the database %s',
  (uri) => {
    expect(() => cmsConfig(read({ DATABASE_URI: uri }))).toThrow(/DATABASE_URI/)
  },
)
