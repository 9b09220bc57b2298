import { randomUUID } from 'node:crypto'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { z } from 'zod'

const SECRET = 'whsec_[A-Za-z0-9+/]{32,}={0,2}'

/** The variable NUDGE_SECRET: one secret, or several while they are being exchanged. */
export const signingSecrets = z
  .string()
  .regex(new RegExp(`^${SECRET}( ${SECRET})*$`))
  .describe(
    '“whsec_” and at least 24 bytes in base64 (or several of these, with spaces between: the first signs)',
  )

/** A message that its receiver can trust: what to send, and with which headers. */
export type SignedMessage = { body: string; headers: Record<string, string> }

/**
 * Signs a message by the Standard Webhooks scheme (https://www.standardwebhooks.com).
 *
 * @param secrets as in NUDGE_SECRET; the first one signs
 */
export function signMessage(message: unknown, secrets: string): SignedMessage {
  const id = `msg_${randomUUID()}`
  const sentAt = new Date()
  const body = JSON.stringify(message)
  const [first = ''] = listOf(secrets)
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(first).sign(id, sentAt, body),
    },
  }
}

/**
 * Checks the signature and the age (5 minutes at most) of a message.
 *
 * @param secrets as in NUDGE_SECRET; each of them may have signed it
 * @returns what it says
 * @throws WebhookVerificationError when it is not ours or too old, a SyntaxError when it is no JSON
 */
export function readMessage(body: string, headers: Record<string, string>, secrets: string): unknown {
  let refusal: WebhookVerificationError | undefined
  for (const secret of listOf(secrets)) {
    try {
      return new Webhook(secret).verify(body, headers)
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error
      refusal = error
    }
  }
  throw refusal ?? new WebhookVerificationError('There is no secret to check it with')
}

/** What tells one message from the others; a message that comes again has the same. */
export function messageId(headers: Record<string, string>): string {
  return headers['webhook-id'] ?? ''
}

function listOf(secrets: string): string[] {
  return secrets.split(/\s+/).filter((secret) => secret !== '')
}
