import type { Payload, TaskConfig } from 'payload'
import { retryingConflicts } from '../database/retry-conflicts.ts'

const SCHEDULED_PUBLISH = 'schedulePublish'

/**
 * Makes a scheduled publish try again when other saves are in its way. Payload tries it once: what failed only because
 * somebody saved at that moment would never go out.
 *
 * @throws Error when Payload has no such task
 */
export function retryScheduledPublishes({ config }: Pick<Payload, 'config'>): void {
  const task = config.jobs.tasks?.find(({ slug }) => slug === SCHEDULED_PUBLISH)
  if (typeof task?.handler !== 'function')
    throw new Error(`Payload has no task “${SCHEDULED_PUBLISH}”: nothing would be published on schedule.`)
  const publish = task.handler
  task.handler = ((call) => retryingConflicts(async () => publish(call))) as TaskConfig['handler']
}
