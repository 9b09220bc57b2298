/** A file of data as an endpoint answers it. */
export const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' } as const
