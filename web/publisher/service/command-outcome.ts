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
