/** Prints an error as the sentence it is; with DEBUG set, also where it happened. */
export function tellFailure(error: unknown): void {
  process.stderr.write(`${(error as Error).message}\n`)
  if (process.env.DEBUG) console.error(error)
}
