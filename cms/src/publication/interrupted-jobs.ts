import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload } from 'payload'

/** Far longer than any job takes: whoever began it earlier and has not ended it is gone. */
const LONGEST_JOB_MS = 5 * 60_000

const LOOK_EVERY_MS = 60_000

/**
 * Gives jobs back to the queue that a server was killed in the middle of. They say that they are being run, so nobody
 * else runs them: a scheduled publish would never go out.
 */
export async function releaseInterruptedJobs(payload: Payload): Promise<void> {
  const begunBefore = new Date(Date.now() - LONGEST_JOB_MS).toISOString()
  await payload.update({
    collection: 'payload-jobs',
    where: { and: [{ processing: { equals: true } }, { updatedAt: { less_than: begunBefore } }] },
    data: { processing: false },
    depth: 0,
    overrideAccess: true,
  })
}

/** Does so now and again every minute, as long as the process runs; a failure is logged, and tried again a minute later. */
export async function keepReleasingInterruptedJobs(payload: Payload): Promise<never> {
  for (;;) {
    try {
      await releaseInterruptedJobs(payload)
    } catch (error) {
      payload.logger.error({ err: error, msg: 'Could not look for jobs that were interrupted.' })
    }
    await sleep(LOOK_EVERY_MS, undefined, { ref: false })
  }
}
