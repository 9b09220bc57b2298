import { hash } from 'node:crypto'
import { z } from 'zod'
import { documentKeySchema, publicDocumentSchema } from './change-feed.ts'
import { readMessage, signMessage } from './signed-message.ts'
import type { PublicDocument } from './public-document.ts'
import type { SignedMessage } from './signed-message.ts'

/** Path below the publisher's address that takes nudges. */
export const NUDGE_PATH = '/nudge'

const nudgeSchema = z.object({
  type: z.literal('content.changed'),
  /** The documents that changed; left out when there are many. */
  documents: z.array(documentKeySchema).optional(),
  /** Something stopped being public: the publisher does not wait for more. */
  withdrawal: z.boolean().optional(),
  /**
   * The revision of the change, when only one document changed: with the document as the feed gives it, or with the version that a
   * forecast has told. Left out of what would be long.
   */
  brought: z
    .union([
      z.object({ revision: z.number(), document: publicDocumentSchema }),
      z.object({ revision: z.number(), version: z.string() }),
    ])
    .optional(),
})

/** Path below the publisher's address that takes forecasts. */
export const FORECAST_PATH = '/forecast'

/**
 * What is signed of a forecast, for which the receiver makes it up from what came. The library for signatures hashes in
 * JavaScript: for the whole of a long document that takes half a millisecond on each side, in the middle of a save.
 */
function statementOf(text: string): { type: 'content.forecast'; sha256: string } {
  return { type: 'content.forecast', sha256: hash('sha256', text) }
}

/** So many documents are named at most. */
export const NAMED_DOCUMENTS = 50

/** Neither a nudge nor a forecast is longer, in bytes; a document that does not fit is asked for. */
export const NUDGE_LIMIT_BYTES = 500_000

/** Tells the publisher that something changed. What it brings spares a question, and is used only when it surely is the newest. */
export type Nudge = z.infer<typeof nudgeSchema>

/** Signs a nudge. @param secrets as in NUDGE_SECRET; the first one signs */
export function signNudge(nudge: Nudge, secrets: string): SignedMessage {
  return signMessage(nudge, secrets)
}

/**
 * Checks the signature and the age (5 minutes at most) of a nudge.
 *
 * @throws WebhookVerificationError of `standardwebhooks` when it is not ours or too old, a ZodError when it is no nudge
 */
export function readNudge(body: string, headers: Record<string, string>, secrets: string): Nudge {
  return nudgeSchema.parse(readMessage(body, headers, secrets))
}

/**
 * Signs a forecast, which tells the publisher what a document will be when the save that goes on is committed, so that it gets
 * ready meanwhile. The nudge after the commit says whether it came to that; nothing of it is shown before.
 *
 * @param secrets as in NUDGE_SECRET; the first one signs
 */
export function signForecast(document: PublicDocument, secrets: string): SignedMessage {
  const body = JSON.stringify(document)
  return { body, headers: signMessage(statementOf(body), secrets).headers }
}

/** Checks a forecast as `readNudge` checks a nudge, and throws the same. @returns the document */
export function readForecast(body: string, headers: Record<string, string>, secrets: string): PublicDocument {
  readMessage(JSON.stringify(statementOf(body)), headers, secrets)
  return publicDocumentSchema.parse(JSON.parse(body))
}
