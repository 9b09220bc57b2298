import { describe, expect, test } from '@jest/globals'
import { readDatabaseUri } from './database-uri.ts'

describe('readDatabaseUri', () => {
  test.each([undefined, ''])('means a file in the data directory by %j', (uri) => {
    expect(readDatabaseUri(uri, '/data/my files')).toEqual({
      kind: 'sqlite',
      url: 'file:///data/my%20files/careword.db',
    })
  })

  test('takes a file URL as it is', () => {
    expect(readDatabaseUri('file:./there.db', '/data')).toEqual({ kind: 'sqlite', url: 'file:./there.db' })
  })

  test.each(['file::memory:', 'file::memory:?cache=shared', 'file:./a.db?tls=0'])('refuses %s', (uri) => {
    expect(() => readDatabaseUri(uri, '/data')).toThrow('must name a file on disk')
  })

  test.each([
    'mongodb://127.0.0.1/careword?replicaSet=rs0',
    'mongodb://me:p%40ss@a:27017,b:27018/careword?w=majority&replicaset=rs0',
    'mongodb+srv://cluster.example/careword',
  ])('takes %s', (uri) => {
    expect(readDatabaseUri(uri, '/data')).toEqual({ kind: 'mongodb', url: uri })
  })

  test.each([
    'mongodb://127.0.0.1/careword',
    'mongodb://127.0.0.1/careword?replicaSet=',
    'mongodb://127.0.0.1/replicaSet=a',
  ])('refuses %s, which has no replica set', (uri) => {
    expect(() => readDatabaseUri(uri, '/data')).toThrow(
      /^DATABASE_URI: expected a MongoDB replica set.*got "mongodb:\/\/127\.0\.0\.1/,
    )
  })

  test('names the variable, what was expected and what came, without the password', () => {
    expect(() => readDatabaseUri('postgres://me:se/cr@t@host/db?password=hush', '/data')).toThrow(
      'DATABASE_URI: leave it unset for an SQLite file in the data directory, or give a "file:" URL of an SQLite file, ' +
        'or a "mongodb://" or "mongodb+srv://" address of a MongoDB replica set; got "postgres://me:***@host/db?…".',
    )
    expect(() => readDatabaseUri('mongodb://me:secret@host/db?tls=true', '/data')).toThrow(
      'got "mongodb://me:***@host/db?…".',
    )
  })
})
