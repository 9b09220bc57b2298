import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { EnvironmentError, readEnvironment, withoutPassword } from './environment.ts'

const schema = z.object({
  CMS_URL: z.url().describe('the address of the CMS, such as http://localhost:3000'),
  CMS_PORT: z.coerce.number().int().min(1).max(65_535).default(3000).describe('a port from 1 to 65535'),
  DATABASE_URI: z.string().startsWith('mongodb://').optional().describe('a mongodb:// address'),
  API_KEY: z.string().min(32).describe('at least 32 characters'),
})
const good = { CMS_URL: 'http://localhost:3000', API_KEY: 'k'.repeat(32) }

function complaintAbout(source: Record<string, string | undefined>): string {
  try {
    readEnvironment(schema, source)
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError)
    return (error as EnvironmentError).message
  }
  throw new Error('Nothing was refused')
}

describe('readEnvironment', () => {
  test('gives the values, converted, and the defaults of what is not set', () => {
    expect(readEnvironment(schema, { ...good, CMS_PORT: '8080' })).toEqual({ ...good, CMS_PORT: 8080 })
    expect(readEnvironment(schema, good)).toEqual({ ...good, CMS_PORT: 3000 })
  })

  test('takes an empty variable for one that is not set', () => {
    expect(readEnvironment(schema, { ...good, CMS_PORT: '', DATABASE_URI: '' })).toEqual({
      ...good,
      CMS_PORT: 3000,
    })
    expect(complaintAbout({ ...good, CMS_URL: '' })).toContain('CMS_URL: expected')
  })

  test('takes nothing that the schema does not name', () => {
    expect(readEnvironment(schema, { ...good, HOME: '/root' })).not.toHaveProperty('HOME')
  })

  test('names each variable that is wrong, what was expected and what came', () => {
    expect(complaintAbout({ CMS_PORT: '70000', DATABASE_URI: 'postgres://localhost/x' })).toBe(
      [
        'The environment is not complete.',
        '  CMS_URL: expected the address of the CMS, such as http://localhost:3000; it is not set.',
        '  CMS_PORT: expected a port from 1 to 65535; “70000” came.',
        '  DATABASE_URI: expected a mongodb:// address; “postgres://localhost/x” came.',
        '  API_KEY: expected at least 32 characters; it is not set.',
        'Every variable is explained in .env.example.',
      ].join('\n'),
    )
  })

  test('shows no secret', () => {
    const message = complaintAbout({
      ...good,
      API_KEY: 'hunter2',
      DATABASE_URI: 'postgres://me:hunter2@host/x',
    })
    expect(message).not.toContain('hunter2')
    expect(message).toContain(
      'API_KEY: expected at least 32 characters; a value of 7 characters came (not shown).',
    )
    expect(message).toContain('“postgres://me:…@host/x” came.')
  })

  test('shows what was wrong when the schema does not say what it expects', () => {
    expect(() => readEnvironment(z.object({ PORT: z.coerce.number() }), { PORT: 'x' })).toThrow(
      /PORT: expected Invalid input.*; “x” came\./,
    )
  })
})

describe('withoutPassword', () => {
  test.each([
    ['mongodb://me:secret@host:27017/cms', 'mongodb://me:…@host:27017/cms'],
    ['mongodb+srv://me:sec%40ret@host/cms', 'mongodb+srv://me:…@host/cms'],
    ['mongodb://me:s@cret@host/cms', 'mongodb://me:…@host/cms'],
    ['mongodb://me:s/cret@host/cms', 'mongodb://me:…@host/cms'],
    ['redis://:secret@host', 'redis://:…@host'],
    ['mongodb://me:secret@one:1,two:2/cms?replicaSet=rs0', 'mongodb://me:…@one:1,two:2/cms?replicaSet=rs0'],
  ])('hides the password of %s', (uri, shown) => {
    expect(withoutPassword(uri)).toBe(shown)
  })

  test.each([
    'file:/data/careword.db',
    'http://localhost:3000/',
    'mongodb://host:27017/cms',
    'mongodb://me@host',
    '',
  ])('leaves “%s” as it is', (uri) => {
    expect(withoutPassword(uri)).toBe(uri)
  })
})
