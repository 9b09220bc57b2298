import type { Payload } from 'payload'
import { COMMAND_PATH, signCommand, STATUS_PATH } from '@careword/shared/publisher-command.ts'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import type { NudgeTarget } from './nudge.ts'
import { reasonOf } from './reason-of.ts'

const TIMEOUT_MS = 10_000
const STATUS_TIMEOUT_MS = 3_000

/** What became of a command: taken, or not, with the sentence for the person who gave it and a status of HTTP. */
export type CommandOutcome =
  { taken: true } | { taken: false; status: 409 | 502 | 503 | 504; message: string }

/**
 * Sends the publisher a signed command. It is sent once: whoever gave it sees the outcome and can give it again.
 *
 * The publisher answers when it has done it, which takes a minute of a large site. One that tells its status meanwhile is at it.
 *
 * @param timeoutMs how long to wait for the answer; to be changed in tests only
 */
export async function sendCommand(
  command: PublisherCommand,
  payload: Payload,
  timeoutMs = TIMEOUT_MS,
): Promise<CommandOutcome> {
  const { publisherUrl, secret } = payload.config.custom.nudgeTarget as NudgeTarget
  const { body, headers } = signCommand(command, secret)
  let response: Response
  try {
    response = await fetch(publisherUrl + COMMAND_PATH, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    if (isLate && (await tellsItsStatus(publisherUrl))) return { taken: true }
    payload.logger.warn(`The publisher at ${publisherUrl} cannot be reached: ${reasonOf(error)}`)
    return isLate
      ? failure(504, `The publisher did not answer within ${timeoutMs / 1000} seconds. ${LOOK}`)
      : failure(503, 'The publisher cannot be reached, so nothing was done. Ask whoever runs it to start it.')
  }
  const said = sentenceIn(await response.text())
  if (response.ok) return { taken: true }
  payload.logger.warn(`The publisher answered a command with status ${response.status}: ${said ?? ''}`)
  if (response.status === 401 || response.status === 403)
    return failure(
      502,
      'The publisher does not accept commands of this CMS: both need the same NUDGE_SECRET, and clocks that agree. Nothing was done.',
    )
  return response.status < 500
    ? failure(409, said ?? 'The publisher refused this. Nothing was done.')
    : failure(502, said ?? `The publisher failed with status ${response.status}. ${LOOK}`)
}

async function tellsItsStatus(publisherUrl: string): Promise<boolean> {
  try {
    return (await fetch(publisherUrl + STATUS_PATH, { signal: AbortSignal.timeout(STATUS_TIMEOUT_MS) })).ok
  } catch (error) {
    // `fetch` rejects with these alone; all of them mean that it cannot be reached.
    if (error instanceof TypeError || error instanceof DOMException) return false
    throw error
  }
}

const LOOK = 'See below how the site is, and try again.'

function failure(status: 409 | 502 | 503 | 504, message: string): CommandOutcome {
  return { taken: false, status, message }
}

/** The sentence of an answer: that of an error of our kind, or a `message`, or a line of plain text. */
function sentenceIn(body: string): string | undefined {
  const said = parsed(body)
  if (typeof said !== 'object' || said === null) return plainLine(body)
  const { errors, message } = said as { errors?: { message?: unknown }[]; message?: unknown }
  const sentence = Array.isArray(errors) ? errors[0]?.message : message
  return typeof sentence === 'string' ? sentence : undefined
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function plainLine(body: string): string | undefined {
  const line = body.trim()
  return /^[^<\n]{1,300}$/.test(line) ? line : undefined
}
