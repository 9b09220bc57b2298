import { readEnvironment } from '@careword/shared/environment.ts'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import { createDeliveryClient, nobodyToTell } from '../deliveries/delivery-client.ts'
import { offlineEnvironment, publishEnvironment } from '../environment.ts'
import type { OfflineEnvironment } from '../environment.ts'
import { provingTimes } from '../proof/proving.ts'
import { createVisitor } from '../proof/visitor.ts'
import { askToDo } from '../service/ask-publisher.ts'
import { createFollower } from '../service/follower.ts'
import { serviceTimes } from '../service/service.ts'
import type { CommandOutcome } from '../service/status.ts'
import type { CommandContext } from './command.ts'
import { describeOutcome } from './describe-outcome.ts'
import { openSitePublisher } from './open-site-publisher.ts'
import { withLockOrThere } from './with-lock.ts'

/** How long to go on telling the CMS what became of its changes after all is done. */
const FAREWELL_MS = 2_000

/**
 * Does a command, by this process or by the publisher that is running, and says what came of it.
 *
 * @returns the exit code: 1 when the site does not show what it should, or was not seen to show it
 */
export async function doCommand(command: PublisherCommand, context: CommandContext): Promise<number> {
  const print = context.json ? () => undefined : context.print
  // What brings nothing new does without the CMS.
  const environment: OfflineEnvironment =
    command.type === 'rollback'
      ? readEnvironment(offlineEnvironment, context.variables)
      : readEnvironment(publishEnvironment, context.variables)
  const outcome = await withLockOrThere(
    context,
    () => doHere(command, environment, { ...context, print }),
    async (publisher) => {
      print(`A publisher is running (process ${publisher.running.pid}). It is asked to do it.`)
      return askToDo(command, publisher)
    },
  )
  if (context.json) context.print(JSON.stringify(outcome, null, 2))
  else describeOutcome(command, outcome).forEach(context.print)
  return outcome.trouble === null && (outcome.proof?.complaints ?? []).length === 0 ? 0 : 1
}

async function doHere(
  command: PublisherCommand,
  environment: OfflineEnvironment,
  context: CommandContext,
): Promise<CommandOutcome> {
  const { CMS_URL, PUBLISHER_API_KEY, PROOF_URL } = environment
  const publisher = await openSitePublisher(environment, context)
  const follower = createFollower({
    publisher,
    // Whether there is a server at SITE_URL that shows these files is not known here.
    visitor: PROOF_URL === undefined ? undefined : createVisitor(PROOF_URL, provingTimes.attemptMs),
    deliveryClient:
      PUBLISHER_API_KEY === undefined
        ? nobodyToTell
        : createDeliveryClient({ cmsUrl: CMS_URL, apiKey: PUBLISHER_API_KEY }),
    retryMs: serviceTimes.retryMs,
    // What goes wrong is thrown, and what was done is described.
    log: () => undefined,
  })
  try {
    if (command.type !== 'rollback') context.print(`Reading the content from ${CMS_URL}.`)
    const outcome = await follower.perform(command)
    await publisher.settle(new AbortController().signal, 'tree')
    await follower.proving?.settled()
    if (!(await follower.deliveries.flush(FAREWELL_MS)))
      context.print(`Note: ${follower.deliveries.trouble?.message ?? 'The CMS was not told in time.'}`)
    const { cardProblem } = publisher
    return {
      ...outcome,
      warnings: [...outcome.warnings, ...(cardProblem === undefined ? [] : [cardProblem])],
      proof: follower.proving?.last ?? null,
    }
  } finally {
    follower.close()
  }
}
