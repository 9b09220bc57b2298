import type { Payload } from 'payload'
import type { IndexInBatches } from './changes.ts'

/**
 * The JSON of a feed index (`feedIndexSchema`), piece by piece: with thousands of documents the whole takes longer than callers wait
 * for a sign of life, and a caller who goes away is read for no further.
 *
 * @param logger is told what fails, since whoever reads the answer only sees that it breaks off
 */
export async function* indexInPieces(
  { cursor, batches }: IndexInBatches,
  logger: Payload['logger'],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(`{"cursor":${JSON.stringify(cursor)},"documents":[`)
  try {
    let separator = ''
    for await (const batch of batches) {
      if (batch.length === 0) continue
      yield encoder.encode(separator + batch.map((document) => JSON.stringify(document)).join(','))
      separator = ','
    }
  } catch (error) {
    logger.error({ err: error, msg: 'The list of all that is published broke off.' })
    throw error
  }
  yield encoder.encode(']}')
}
