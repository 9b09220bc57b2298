/** Payload mounts its endpoints below this path. */
const API = '/api'

/** @param address where an endpoint answers, as its clients know it: below `/api` @returns its path as Payload wants it */
export const mountedPath = (address: string): string => address.slice(API.length)
