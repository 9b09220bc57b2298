export type ReplayableRequest = {
  /** Makes a request that nobody has read yet; may be called again only when `repeatable`. */
  make: () => Request
  repeatable: boolean
}

/**
 * Keeps the body of a request, so that the request can be made again.
 * @param limitBytes a body of more bytes is not kept but streamed on, and the request can be made once only
 */
export async function replayable(request: Request, limitBytes: number): Promise<ReplayableRequest> {
  if (!request.body) return { make: () => copy(request), repeatable: true }
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) {
    return { make: () => request, repeatable: false }
  }
  const reader = request.body.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value)
    bytes += read.value.byteLength
    if (bytes > limitBytes) {
      return { make: () => copy(request, continued(chunks, reader)), repeatable: false }
    }
  }
  const body = new Blob(chunks)
  return { make: () => copy(request, body.stream()), repeatable: true }
}

function copy(request: Request, body?: ReadableStream<Uint8Array<ArrayBuffer>>): Request {
  const { headers, method, signal, url } = request
  return new Request(url, { headers, method, signal, ...(body && { body, duplex: 'half' }) })
}

/** What was read already, then the rest as it comes. */
function continued(
  chunks: Uint8Array<ArrayBuffer>[],
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk)
    },
    pull: async (controller) => {
      const read = await reader.read()
      if (read.done) controller.close()
      else controller.enqueue(read.value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
