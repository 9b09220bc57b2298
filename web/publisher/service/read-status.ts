import { STATUS_PATH } from '@careword/shared/publisher-command.ts'
import { HOST } from '../listen.ts'
import { statusSchema } from './status.ts'
import type { PublisherStatus } from './status.ts'

const ANSWER_TIMEOUT_MS = 5_000

/** @returns undefined when no publisher answers on that port of this machine */
export async function readStatus(port: number): Promise<PublisherStatus | undefined> {
  try {
    const answer = await fetch(`http://${HOST}:${port}${STATUS_PATH}`, {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    })
    return statusSchema.parse(await answer.json())
  } catch {
    // Nobody is there, or somebody else.
    return undefined
  }
}
