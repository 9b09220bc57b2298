import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { siteStateSchema } from '@careword/shared/delivery.ts'
import type { SiteState } from '@careword/shared/delivery.ts'
import { COMMAND_PATH, signCommand } from '@careword/shared/publisher-command.ts'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import { signMessage } from '@careword/shared/signed-message.ts'
import type { SignedMessage } from '@careword/shared/signed-message.ts'
import { z } from 'zod'
import { HOST } from '../listen.ts'
import { PublishError } from '../publish/publish-errors.ts'
import type { PublisherRunning } from './lock.ts'
import { readStatus } from './read-status.ts'
import { commandOutcomeSchema, SITE_PATH } from './status.ts'
import type { CommandOutcome } from './status.ts'
import { VERIFY_PATH, verificationSchema } from './verify-site.ts'
import type { Verification } from './verify-site.ts'

/** The publisher that has the lock, and how to reach it. */
export type RunningPublisher = {
  port: number
  /** As in NUDGE_SECRET. */
  secrets: string
  /** Says who it is when it takes no requests (another `site publish` does not). */
  running: PublisherRunning
}

/**
 * Tells the running publisher what to do, and waits until it is done.
 *
 * @throws PublishError with the reason when it takes no requests or does not succeed
 */
export async function askToDo(
  command: PublisherCommand,
  publisher: RunningPublisher,
): Promise<CommandOutcome> {
  return commandOutcomeSchema.parse(
    await ask(publisher, COMMAND_PATH, signCommand(command, publisher.secrets)),
  )
}

/** Has the running publisher compare what is served with a clean rendering. @throws as `askToDo` does */
export async function askToVerify(publisher: RunningPublisher): Promise<Verification> {
  const request = signMessage({ type: 'verify' }, publisher.secrets)
  return verificationSchema.parse(await ask(publisher, VERIFY_PATH, request))
}

/** The site as the running publisher sees it. @throws as `askToDo` does */
export async function askForSite(publisher: Omit<RunningPublisher, 'secrets'>): Promise<SiteState> {
  return siteStateSchema.parse(await ask(publisher, SITE_PATH))
}

const errorSchema = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) })

async function ask(
  { port, running }: Omit<RunningPublisher, 'secrets'>,
  path: string,
  message?: SignedMessage,
): Promise<unknown> {
  // Otherwise a publisher that does not listen could not be told from one that ends before it answers.
  if (!(await readStatus(port))) throw takesNoRequests(port, running)
  const { status, body } = await answerOf(`http://${HOST}:${port}${path}`, message)
  if (status === 200) return body
  const said = errorSchema.safeParse(body).data?.errors[0]?.message
  throw new PublishError(said ?? `The running publisher answers with the error ${status}.`)
}

/** The publisher that has the lock takes no requests, or not on this port. */
export function takesNoRequests(port: number, running: PublisherRunning): PublishError {
  return new PublishError(
    `${running.message} It takes no requests on port ${port} (PUBLISHER_PORT): if it follows the CMS, set that variable to the port that it listens on; if it publishes once, wait until it is done.`,
    { cause: running },
  )
}

/** Waits as long as it takes: `fetch` would give up after five minutes, and a large site needs longer on a slow machine. */
async function answerOf(
  url: string,
  message: SignedMessage | undefined,
): Promise<{ status: number | undefined; body: unknown }> {
  try {
    const outgoing = request(url, {
      agent: false,
      ...(message && { method: 'POST', headers: message.headers }),
    })
    outgoing.end(message?.body)
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
    return { status: incoming.statusCode, body: await json(incoming) }
  } catch (cause) {
    throw new PublishError('The running publisher stopped before it was done.', { cause })
  }
}
