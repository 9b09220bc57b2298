import { readEnvironment } from '@careword/shared/environment.ts'
import { stateDirectories } from '../directories.ts'
import { requestEnvironment } from '../environment.ts'
import { PublisherRunning, takeLock } from '../service/lock.ts'
import type { RunningPublisher } from '../service/ask-publisher.ts'
import type { CommandContext } from './command.ts'

/**
 * Does something that one publisher at a time may do: here, or, when a publisher is running, there.
 *
 * @param here is done with the lock
 * @param there is given the publisher that has the lock
 */
export async function withLockOrThere<Result>(
  context: Pick<CommandContext, 'dataDirectory' | 'variables'>,
  here: () => Promise<Result>,
  there: (publisher: RunningPublisher) => Promise<Result>,
): Promise<Result> {
  const lock = await takeLock(stateDirectories(context.dataDirectory).lock).catch((error: unknown) => {
    if (error instanceof PublisherRunning) return error
    throw error
  })
  if (lock instanceof PublisherRunning) {
    const { PUBLISHER_PORT, NUDGE_SECRET } = readEnvironment(requestEnvironment, context.variables)
    return there({ port: PUBLISHER_PORT, secrets: NUDGE_SECRET, running: lock })
  }
  try {
    return await here()
  } finally {
    await lock()
  }
}
