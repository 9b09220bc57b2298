import { z } from 'zod'
import { readMessage, signMessage } from './signed-message.ts'
import type { SignedMessage } from './signed-message.ts'

/** Path below the publisher's address that takes signed commands. They are signed as nudges are. */
export const COMMAND_PATH = '/commands'

/** Path below the publisher's address that answers with its status, whatever it is at. */
export const STATUS_PATH = '/status'

/**
 * What the publisher can be told to do. `publish`: compare everything with the CMS and publish; `rebuild`: render every
 * page anew as well; `rollback`: bring a release back and hold the site there (null: the one before the present one);
 * `resume`: end the hold and publish what waited.
 */
export const publisherCommandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('publish') }),
  z.object({ type: z.literal('rebuild') }),
  z.object({ type: z.literal('rollback'), release: z.number().int().positive().nullable() }),
  z.object({ type: z.literal('resume') }),
])
export type PublisherCommand = z.infer<typeof publisherCommandSchema>

/** Signs a command. @param secrets as in NUDGE_SECRET; the first one signs */
export function signCommand(command: PublisherCommand, secrets: string): SignedMessage {
  return signMessage(command, secrets)
}

/**
 * Checks the signature and the age (5 minutes at most) of a command.
 *
 * @throws WebhookVerificationError of `standardwebhooks` when it is not ours or too old, a ZodError when it is no command
 */
export function readCommand(
  body: string,
  headers: Record<string, string>,
  secrets: string,
): PublisherCommand {
  return publisherCommandSchema.parse(readMessage(body, headers, secrets))
}
