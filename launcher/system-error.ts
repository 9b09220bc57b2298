/** Whether this is the system's error of that code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  // Not `instanceof`: in Jest the system's errors come from another realm than the code under test.
  return Error.isError(error) && 'code' in error && error.code === code
}

/** What an error says, with its cause when that says more, as `fetch` has it. */
export function messageOf(error: unknown): string {
  if (!Error.isError(error)) return String(error)
  const { cause } = error
  return Error.isError(cause) ? cause.message || cause.name : error.message
}
