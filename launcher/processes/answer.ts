import { setTimeout as pause } from 'node:timers/promises'
import { messageOf } from '../system-error.ts'

/** An answer, read to its end. */
export type Answer = { ok: boolean; status: number; body: string }

const INTERVAL_IN_MILLISECONDS = 150
const LONGEST_ANSWER_IN_SECONDS = 10

/**
 * Asks an address again and again until it gives the answer that is waited for.
 *
 * @param accept whether this answer is it
 * @param patienceInSeconds how long to ask
 * @throws Error that tells the last answer, or why there was none
 */
export async function waitForAnswer(
  url: string,
  {
    accept = ({ ok }) => ok,
    patienceInSeconds,
  }: { accept?: (answer: Answer) => boolean; patienceInSeconds: number },
): Promise<Answer> {
  const deadline = performance.now() + patienceInSeconds * 1000
  let last: string
  do {
    try {
      const answer = await ask(url)
      if (accept(answer)) return answer
      last = `it answered ${answer.status}`
    } catch (error) {
      last = messageOf(error)
    }
    await pause(INTERVAL_IN_MILLISECONDS)
  } while (performance.now() < deadline)
  throw new Error(`${url} did not get ready in ${patienceInSeconds} s: ${last}.`)
}

async function ask(url: string): Promise<Answer> {
  const signal = AbortSignal.timeout(LONGEST_ANSWER_IN_SECONDS * 1000)
  const response = await fetch(url, { redirect: 'manual', signal })
  return { ok: response.ok, status: response.status, body: await response.text() }
}
