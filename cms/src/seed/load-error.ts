/** Some of the starter content could not be stored; the message names the document, the field, and the reason. */
export class StarterContentError extends Error {
  override readonly name = 'StarterContentError'

  /**
   * @param document name of the document, for example `faqs:can-i-drive-home`
   * @param cause what Payload threw
   */
  constructor(document: string, cause: unknown) {
    super(`The starter content stops at ${document}: ${reasonOf(cause)}`, { cause })
  }
}

type FieldProblem = { path: string; message: string }

/** Payload’s validation errors carry a list of fields; others have a message alone. */
function reasonOf(cause: unknown): string {
  const problems = (cause as { data?: { errors?: FieldProblem[] } }).data?.errors
  if (Array.isArray(problems) && problems.length > 0)
    return problems.map(({ path, message }) => `field “${path}”: ${message}`).join(' ')
  return cause instanceof Error ? cause.message : String(cause)
}
