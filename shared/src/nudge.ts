import { z } from 'zod'
import { documentKeySchema } from './change-feed.ts'
import { readMessage, signMessage } from './signed-message.ts'
import type { SignedMessage } from './signed-message.ts'

/** Path below the publisher's address that takes nudges. */
export const NUDGE_PATH = '/nudge'

const nudgeSchema = z.object({
  type: z.literal('content.changed'),
  /** The documents that changed; left out when there are many. */
  documents: z.array(documentKeySchema).optional(),
  /** Something stopped being public: the publisher does not wait for more. */
  withdrawal: z.boolean().optional(),
})

/** So many documents are named at most. */
export const NAMED_DOCUMENTS = 50

/** Tells the publisher that something changed; never how. The publisher asks for that itself. */
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
