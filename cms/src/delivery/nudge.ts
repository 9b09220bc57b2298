import type { Payload } from 'payload'
import {
  FORECAST_PATH,
  NUDGE_LIMIT_BYTES,
  NUDGE_PATH,
  signForecast,
  signNudge,
} from '@careword/shared/nudge.ts'
import type { Nudge } from '@careword/shared/nudge.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { SignedMessage } from '@careword/shared/signed-message.ts'
import { post } from './post.ts'
import { reasonOf } from './reason-of.ts'

/** Where nudges go and what signs them. */
export type NudgeTarget = { publisherUrl: string; secret: string }

const NUDGE_TIMEOUT_MS = 3000

/** Publishers that did not answer the last time, so that an outage is one line in the log and not one a save. */
const silent = new Set<string>()

/**
 * Sends the publisher a signed hint that something changed. It is no more than a hint, since the publisher also polls:
 * one that cannot be delivered is logged, not repeated.
 *
 * @param bring reads the document to send along; not asked while the publisher does not answer
 */
export async function sendNudge(
  change: Omit<Nudge, 'type' | 'brought'>,
  payload: Payload,
  bring: () => Promise<Nudge['brought']> = () => Promise.resolve(undefined),
): Promise<void> {
  const target = payload.config.custom.nudgeTarget as NudgeTarget | undefined
  if (!target) return
  const { publisherUrl, secret } = target
  const brought = silent.has(publisherUrl) ? undefined : await broughtOrLogged(bring, payload)
  const message = signedWithin(NUDGE_LIMIT_BYTES, change, brought, secret)
  try {
    const status = await post(publisherUrl + NUDGE_PATH, message, NUDGE_TIMEOUT_MS)
    if (status < 200 || status > 299) throw new Error(`it answered with status ${status}`)
    if (silent.delete(publisherUrl)) payload.logger.info(`The publisher at ${publisherUrl} answers again.`)
  } catch (error) {
    if (silent.has(publisherUrl)) return
    silent.add(publisherUrl)
    payload.logger.warn(
      `The publisher at ${publisherUrl} cannot be told of changes, so they go out at its next poll: ${reasonOf(error)}`,
    )
  }
}

/**
 * Tells the publisher what a document will be when the save that goes on is committed. Nobody waits for the answer, and nothing
 * depends on it: what the publisher does not know by the time of the nudge it asks for.
 *
 * @returns whether it was sent
 */
export function sendForecast(document: PublicDocument, payload: Payload): boolean {
  const target = payload.config.custom.nudgeTarget as NudgeTarget | undefined
  if (!target || silent.has(target.publisherUrl)) return false
  const message = signForecast(document, target.secret)
  if (Buffer.byteLength(message.body) > NUDGE_LIMIT_BYTES) return false
  post(target.publisherUrl + FORECAST_PATH, message, NUDGE_TIMEOUT_MS).catch(() => {
    // The nudge that follows tells of a publisher that does not answer.
  })
  return true
}

/** What cannot be brought the publisher asks for. */
async function broughtOrLogged(
  bring: () => Promise<Nudge['brought']>,
  payload: Payload,
): Promise<Nudge['brought']> {
  try {
    return await bring()
  } catch (error) {
    payload.logger.warn(
      `A changed document could not be read for the publisher, which will ask for it: ${reasonOf(error)}`,
    )
    return undefined
  }
}

function signedWithin(
  limitBytes: number,
  change: Omit<Nudge, 'type' | 'brought'>,
  brought: Nudge['brought'],
  secret: string,
): SignedMessage {
  const nudge: Nudge = { type: 'content.changed', ...change }
  const signed = signNudge({ ...nudge, brought }, secret)
  return Buffer.byteLength(signed.body) <= limitBytes ? signed : signNudge(nudge, secret)
}
