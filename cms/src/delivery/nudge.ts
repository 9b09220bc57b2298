import type { Payload } from 'payload'
import { NUDGE_PATH, signNudge } from '@careword/shared/nudge.ts'
import type { Nudge } from '@careword/shared/nudge.ts'
import { reasonOf } from './reason-of.ts'

/** Where nudges go and what signs them. */
export type NudgeTarget = { publisherUrl: string; secret: string }

const NUDGE_TIMEOUT_MS = 3000

/** Publishers that did not answer the last time, so that an outage is one line in the log and not one a save. */
const silent = new Set<string>()

/**
 * Sends the publisher a signed hint that something changed. It is no more than a hint, since the publisher also polls:
 * one that cannot be delivered is logged, not repeated.
 */
export async function sendNudge(change: Omit<Nudge, 'type'>, payload: Payload): Promise<void> {
  const target = payload.config.custom.nudgeTarget as NudgeTarget | undefined
  if (!target) return
  const { publisherUrl, secret } = target
  const { body, headers } = signNudge({ type: 'content.changed', ...change }, secret)
  try {
    const response = await fetch(publisherUrl + NUDGE_PATH, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(NUDGE_TIMEOUT_MS),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`it answered with status ${response.status}`)
    if (silent.delete(publisherUrl)) payload.logger.info(`The publisher at ${publisherUrl} answers again.`)
  } catch (error) {
    if (silent.has(publisherUrl)) return
    silent.add(publisherUrl)
    payload.logger.warn(
      `The publisher at ${publisherUrl} cannot be told of changes, so they go out at its next poll: ${reasonOf(error)}`,
    )
  }
}
