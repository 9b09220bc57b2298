import { describe, expect, test } from '@jest/globals'
import { LibsqlError } from '@libsql/client'
import { GraphQLError } from 'graphql'
import { MongoServerError } from 'mongodb'
import { DatabaseBusyError } from './database-busy-error.ts'
import { isTransientConflict } from './transient-conflict.ts'

const writeConflict = new MongoServerError({ message: 'WriteConflict', code: 112 })
const aborted = new MongoServerError({
  message: 'Transaction 5 has been aborted.',
  code: 251,
  errorLabels: ['TransientTransactionError'],
})

describe('isTransientConflict', () => {
  test.each<[string, unknown]>([
    ["MongoDB's write conflict", writeConflict],
    ['a transaction that MongoDB aborted', aborted],
    ['a lock of another process', new LibsqlError('database is locked', 'SQLITE_BUSY')],
    ['a stale read', new LibsqlError('database is locked', 'SQLITE_BUSY_SNAPSHOT')],
    ['a writer that stayed taken', new DatabaseBusyError(1000)],
    ['one that an error wraps', new Error('Failed query', { cause: new DatabaseBusyError(1000) })],
    [
      'one that GraphQL wraps',
      new GraphQLError('a', { originalError: new Error('b', { cause: writeConflict }) }),
    ],
  ])('is true of %s', (_, error) => {
    expect(isTransientConflict(error)).toBe(true)
  })

  test.each<[string, unknown]>([
    ['a unique value that exists', new MongoServerError({ message: 'E11000', code: 11000 })],
    [
      'a commit of which nobody knows whether it happened',
      new MongoServerError({ message: 'timeout', errorLabels: ['UnknownTransactionCommitResult'] }),
    ],
    ['a broken rule', new LibsqlError('UNIQUE', 'SQLITE_CONSTRAINT_UNIQUE')],
    ['an error of the program', new TypeError('x is not a function')],
    ['what is no error', { code: 112 }],
    ['nothing', undefined],
  ])('is false of %s', (_, error) => {
    expect(isTransientConflict(error)).toBe(false)
  })

  test('ends with causes in a circle', () => {
    const error = new Error('a')
    error.cause = error
    expect(isTransientConflict(error)).toBe(false)
  })
})
