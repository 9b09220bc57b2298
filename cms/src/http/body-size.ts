const MEBIBYTE = 1024 * 1024

/** The largest text that is accepted must fit, with room for the rest of its document. */
const MAX_BODY_MEBIBYTES = 12
/** A form brings a picture along with its document. */
export const MAX_FORM_MEBIBYTES = 36

/**
 * Refuses a body that no document and no picture can have, before it is read or while it comes.
 *
 * @returns the refusal, or the request to go on with
 */
export async function limitBody(request: Request): Promise<Request | Response> {
  if (!request.body) return request
  const isForm = request.headers.get('content-type')?.startsWith('multipart/') ?? false
  const limit = (isForm ? MAX_FORM_MEBIBYTES : MAX_BODY_MEBIBYTES) * MEBIBYTE
  const length = request.headers.get('content-length')
  if (length !== null) return Number(length) > limit ? refusal(limit) : request
  // Nobody said how long it is, so it is counted.
  const body = await readUpTo(request.body, limit)
  if (!body) return refusal(limit)
  const { headers, method, signal, url } = request
  return new Request(url, { headers, method, signal, body })
}

async function readUpTo(stream: ReadableStream<Uint8Array>, limit: number): Promise<Blob | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.byteLength
    if (bytes > limit) return undefined
    chunks.push(new Uint8Array(chunk))
  }
  return new Blob(chunks)
}

function refusal(limit: number): Response {
  const message = `This is too large: at most ${limit / MEBIBYTE} MB can be sent at once. Nothing was changed.`
  return Response.json({ errors: [{ message }] }, { status: 413 })
}
