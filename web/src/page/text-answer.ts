/** A file of plain text as an endpoint answers it. */
export const textHeaders = { 'content-type': 'text/plain; charset=utf-8' } as const
