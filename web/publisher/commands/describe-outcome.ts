import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import { count } from '../count.ts'
import { describePublish } from '../publish/describe-publish.ts'
import { readableTime } from '../readable-time.ts'
import type { CommandOutcome } from '../service/status.ts'

/** Says in sentences what came of a command. */
export function describeOutcome(command: PublisherCommand, outcome: CommandOutcome): string[] {
  const { warnings, hold, unfinished, trouble, proof } = outcome
  return [
    ...warnings.map((warning) => `Note: ${warning}`),
    ...(command.type === 'rollback' && hold ? [describeRollback(outcome, hold)] : [describePublish(outcome)]),
    ...(hold ? [describeHold(hold, unfinished.held)] : []),
    ...(unfinished.failed > 0
      ? [`${count(unfinished.failed, 'document')} cannot be shown as published; the CMS says which and why.`]
      : []),
    ...(trouble === null ? [] : [trouble]),
    ...(proof ? describeProof(proof) : []),
  ]
}

/** What was withdrawn since then is left out, so that another release than the one that was asked for may be shown. */
function describeRollback(
  { durationMs }: CommandOutcome,
  { release, origin = release }: NonNullable<CommandOutcome['hold']>,
): string {
  return origin === release
    ? `The site shows release ${release} again (${durationMs} ms).`
    : `The site shows release ${origin} again, without what was withdrawn since then, as release ${release} (${durationMs} ms).`
}

/** @param held how many changes are known to wait */
export function describeHold({ release, since }: NonNullable<CommandOutcome['hold']>, held: number): string {
  const waiting = held === 0 ? 'Changes wait' : `${count(held, 'change')} wait${held === 1 ? 's' : ''}`
  return `The site is held at release ${release} since ${readableTime(since)}. ${waiting} until “pnpm site resume”; withdrawals go out all the same.`
}

/** Says how a look at the site over HTTP went. */
export function describeProof({
  addresses,
  complaints,
  durationMs,
}: NonNullable<CommandOutcome['proof']>): string[] {
  return complaints.length === 0
    ? [`Visitors find it: ${count(addresses, 'address', 'addresses')} looked at in ${durationMs} ms.`]
    : complaints
}
