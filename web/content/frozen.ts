import { StoredFields } from './stored-document.ts'

const alreadyFrozen = new WeakSet()

/**
 * Freezes a value and all that is in it, so that no template can change what the next one reads. The fields of a stored
 * document are frozen from the start, and looking at them here would read all of them from disk.
 */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || alreadyFrozen.has(value)) return value
  if (value instanceof StoredFields) return value
  for (const inner of Object.values(value)) frozen(inner)
  alreadyFrozen.add(value)
  return Object.freeze(value)
}
