import { Sqlite3Client } from '@libsql/client/sqlite3'
import type { Client } from '@libsql/client'
import Database from 'libsql'
import { codeOnly } from './statement-kind.ts'

/** Payload sends some hundred different statements again and again, and a few that it never sends twice. */
const STATEMENTS_KEPT = 500

const ALL_COLUMNS = /(?:\b(?:select|distinct|returning)|[,.])\s*\*/i
const INNERMOST_PARENTHESES = /\([^()]*\)/g

/** What a statement that was prepared is asked for, as `@libsql/client` does. */
type Prepared = Pick<Database.Statement, 'all' | 'columns' | 'run'>

/**
 * Opens a connection that keeps the statements that it has prepared. `@libsql/client` prepares each anew, which takes a third
 * to a half of the time of a query of Payload's. When the tables change, SQLite prepares what was kept by itself.
 *
 * @param file path of the database, or what SQLite takes for one
 * @throws when the file cannot be opened
 */
export function openConnection(file: string): Client {
  const database = new Database(file)
  const prepare = database.prepare.bind(database)
  const kept = new Map<string, ReturnType<typeof prepare>>()
  const newlyPrepared = (sql: string) => {
    const statement = prepare(sql)
    forgetAfterFailure(statement, () => kept.delete(sql))
    rememberColumns(statement)
    return statement
  }
  const prepareOnce = (sql: string) => {
    const known = kept.get(sql)
    if (!known && !namesItsColumns(sql)) return prepare(sql)
    const statement = known ?? newlyPrepared(sql)
    // A map is in the order of insertion: what was used last is at its end.
    kept.delete(sql)
    kept.set(sql, statement)
    for (const oldest of kept.keys()) {
      if (kept.size <= STATEMENTS_KEPT) break
      kept.delete(oldest)
    }
    return statement
  }
  database.prepare = prepareOnce as typeof database.prepare
  // Its constructor is what `createClient` calls too, which leaves no way to give it a database.
  return new Sqlite3Client(file, {}, database, 'number')
}

/**
 * Whether the rows of a statement have the same columns however the tables change: `*` is understood when it is prepared, and not
 * again. A query within, as Payload sends many, may say `*`: what it gives is taken by name.
 */
function namesItsColumns(sql: string): boolean {
  let outermost = codeOnly(sql)
  for (let before = ''; before !== outermost;) {
    before = outermost
    outermost = outermost.replace(INNERMOST_PARENTHESES, ' ')
  }
  return !ALL_COLUMNS.test(outermost)
}

/** A statement that failed half-way may keep a transaction from ending as long as it is not reset or gone. */
function forgetAfterFailure(statement: Prepared, forget: () => void): void {
  const { all, run } = statement
  const orForget =
    <Args extends unknown[], Result>(act: (this: Prepared, ...args: Args) => Result) =>
    (...args: Args): Result => {
      try {
        return act.apply(statement, args)
      } catch (error) {
        forget()
        throw error
      }
    }
  statement.all = orForget(all)
  statement.run = orForget(run)
}

/** They stay the same for a statement that names them. */
function rememberColumns(statement: Prepared): void {
  const { columns } = statement
  let known: ReturnType<Prepared['columns']> | undefined
  statement.columns = () => (known ??= columns.call(statement))
}
