import type { Payload } from 'payload'

/**
 * Whether a field may still name a document that was deleted. MongoDB keeps the id; in SQLite a foreign key empties the field,
 * in the same statement.
 */
export function keepsDeletedReferences({ db }: Pick<Payload, 'db'>): boolean {
  return db.name !== 'sqlite'
}
