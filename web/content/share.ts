/**
 * The name under which a query asks for one share of a collection: `where: { [shareField(16)]: 3 }`.
 *
 * Which share a document is in depends on its id and the number of shares alone. So a page that is made from a share
 * is rendered again when one of its few documents changes, and a new document concerns one share.
 */
export type ShareField = `share of ${number}`

const PREFIX = 'share of '

/** The field that says in which of so many shares, counted from 0, a document is. */
export function shareField(shares: number): ShareField {
  return `${PREFIX}${shares}`
}

export function isShareField(field: string): field is ShareField {
  return field.startsWith(PREFIX)
}

/** The share that a document is in. @param id 24 hexadecimal digits, of which the last ones count up */
export function shareIn(field: ShareField, id: string): number {
  const shares = Number(field.slice(PREFIX.length))
  return (Number.parseInt(id.slice(-6), 16) || 0) % shares
}
