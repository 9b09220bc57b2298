import type { PublishResult } from '../publish/publish-result.ts'
import type { Proof } from '../proof/proving.ts'
import type { Hold } from '../store/release.ts'
import type { CommandOutcome } from './status.ts'

/** Says what a command came to. @param proof undefined when there was nothing to look at */
export function outcomeOf(
  result: PublishResult,
  proof: Proof | undefined,
  hold: Hold | undefined,
): CommandOutcome {
  const { release, liveSince, pages, written, removed, warnings, durationMs, outcomes, trouble } = result
  const numberOf = (state: string) => outcomes.filter((outcome) => outcome.state === state).length
  return {
    release,
    liveSince,
    pages,
    written,
    removed,
    warnings: [...warnings],
    durationMs,
    hold: hold ?? null,
    unfinished: { held: numberOf('held'), failed: numberOf('failed') },
    trouble: trouble ?? null,
    proof: proof ?? null,
  }
}

/** What two publishes came to that one command asked for: the second says how the site is now. */
export function bothOutcomes(first: CommandOutcome, second: CommandOutcome): CommandOutcome {
  return {
    ...second,
    written: first.written + second.written,
    removed: first.removed + second.removed,
    durationMs: first.durationMs + second.durationMs,
    proof:
      first.proof && second.proof ? bothProofs(first.proof, second.proof) : (second.proof ?? first.proof),
  }
}

function bothProofs(first: Proof, second: Proof): Proof {
  return {
    ...second,
    addresses: first.addresses + second.addresses,
    complaints: [...new Set([...first.complaints, ...second.complaints])],
    durationMs: first.durationMs + second.durationMs,
  }
}
