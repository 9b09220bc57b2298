/** What is neither code nor whitespace: comments, strings, and names in any of SQLite's quotes. */
const COMMENT_OR_QUOTED =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/g

/** Pragmas that only tell something, in every form; all others may change the connection or the file. */
const TELLING_PRAGMAS = new Set([
  'collation_list',
  'compile_options',
  'database_list',
  'foreign_key_check',
  'foreign_key_list',
  'freelist_count',
  'function_list',
  'index_info',
  'index_list',
  'index_xinfo',
  'integrity_check',
  'module_list',
  'page_count',
  'pragma_list',
  'quick_check',
  'table_info',
  'table_list',
  'table_xinfo',
])

/**
 * True when a statement certainly only reads; everything in doubt counts as writing, which costs a wait
 * and never an error.
 */
export function isReading(sql: string): boolean {
  const code = codeOnly(sql)
  if (code.includes(';')) return false
  const [keyword] = words(code)
  switch (keyword) {
    case 'select':
    case 'values':
    case 'explain':
      return true
    case 'with':
      return !words(code).some(
        (word) => word === 'insert' || word === 'update' || word === 'delete' || word === 'replace',
      )
    case 'pragma':
      return isTellingPragma(code)
    default:
      return false
  }
}

/** True for statements that begin or end a transaction, or a savepoint, which must not leave the client's hands. */
export function controlsTransaction(sql: string): boolean {
  return /^[\s;]*(?:begin|commit|end|rollback|savepoint|release)\b/i.test(codeOnly(sql))
}

/** A statement without its comments, and with empty quotes for whatever is quoted. */
export function codeOnly(sql: string): string {
  return sql
    .replace(COMMENT_OR_QUOTED, (match) => (/^["'`[]/.test(match) ? '""' : ' '))
    .replace(/[\s;]+$/, '')
}

function words(code: string): string[] {
  return code.toLowerCase().match(/[a-z_]+/g) ?? []
}

function isTellingPragma(code: string): boolean {
  const name = /^\s*pragma\s+(?:\w+\.)?(\w+)/i.exec(code)?.[1]?.toLowerCase()
  return name !== undefined && TELLING_PRAGMAS.has(name)
}
