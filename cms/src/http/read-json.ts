import { APIError } from 'payload'
import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

/**
 * The body of a request, as JSON that a schema accepts.
 *
 * Only what says that it is JSON is read: no form of another site can send that.
 *
 * @param expected what should have come, for the sentence when something else does
 * @throws APIError 415 for another kind of body, 400 for one that the schema does not accept
 */
export async function readJson<Schema extends z.ZodType>(
  req: PayloadRequest,
  schema: Schema,
  expected: string,
): Promise<z.output<Schema>> {
  if (!/^application\/json\b/i.test(req.headers.get('content-type') ?? ''))
    throw refusal('Send JSON, with the header “Content-Type: application/json”.', 415)
  const body = schema.safeParse(parse((await req.text?.()) ?? ''))
  if (body.success) return body.data
  const [issue] = body.error.issues
  const place = issue && issue.path.length > 0 ? ` at “${issue.path.join('.')}”` : ''
  throw refusal(`Expected ${expected}; what came is wrong${place}: ${issue?.message ?? 'unknown'}.`, 400)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal(`The body is no JSON: ${error.message}.`, 400)
    throw error
  }
}

function refusal(message: string, status: number): APIError {
  return new APIError(message, status, null, true)
}
