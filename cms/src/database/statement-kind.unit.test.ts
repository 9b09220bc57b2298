import { describe, expect, test } from '@jest/globals'
import { controlsTransaction, isReading } from './statement-kind.ts'

describe('isReading', () => {
  test.each([
    'SELECT 1',
    '  \n select * from "notes";',
    '-- why\nSELECT 1',
    '/* ; delete */ SELECT 1 /* unclosed',
    'SELECT \'a; delete from notes\', "insert", `update`, [replace] FROM notes',
    'WITH newest AS (SELECT * FROM notes) SELECT * FROM newest',
    'WITH a AS (SELECT \'insert into\' AS v) SELECT v, "update" FROM a',
    'WITH updated_at AS (SELECT 1) SELECT * FROM updated_at',
    'VALUES (1), (2)',
    'EXPLAIN QUERY PLAN SELECT 1',
    'PRAGMA table_info(notes)',
    'pragma main.index_list("notes")',
  ])('takes %j for reading', (sql) => {
    expect(isReading(sql)).toBe(true)
  })

  test.each([
    'INSERT INTO notes VALUES (1) RETURNING *',
    'update notes set title = 1',
    'DELETE FROM notes',
    'REPLACE INTO notes VALUES (1)',
    '-- SELECT\nDELETE FROM notes',
    '/* SELECT */ UPDATE notes SET title = 1',
    'WITH old AS (SELECT 1) INSERT INTO notes SELECT * FROM old',
    'WITH old AS (SELECT 1)\nDELETE FROM notes WHERE id IN old RETURNING id',
    'with a as (select 1) update notes set title = 1',
    'SELECT 1; DELETE FROM notes',
    'PRAGMA foreign_keys = OFF',
    'PRAGMA journal_mode',
    'PRAGMA wal_checkpoint(TRUNCATE)',
    'PRAGMA optimize',
    'CREATE TABLE a (b)',
    'ALTER TABLE a RENAME TO b',
    'DROP TABLE a',
    'VACUUM',
    'ANALYZE',
    'SAVEPOINT a',
    '',
  ])('takes %j for writing', (sql) => {
    expect(isReading(sql)).toBe(false)
  })
})

describe('controlsTransaction', () => {
  test.each(['BEGIN', 'begin immediate', ' ; COMMIT;', '-- x\nROLLBACK', 'END', 'SAVEPOINT a', 'release a'])(
    'is true of %j',
    (sql) => {
      expect(controlsTransaction(sql)).toBe(true)
    },
  )

  test.each([
    'SELECT 1',
    'BEGINNING',
    "INSERT INTO a VALUES ('BEGIN')",
    'CREATE TRIGGER a BEGIN SELECT 1; END',
  ])('is false of %j', (sql) => {
    expect(controlsTransaction(sql)).toBe(false)
  })
})
