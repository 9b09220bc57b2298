import type { DeployHook } from './hook-config.ts'
import type { HookState } from './hook-states.ts'

/** The changes that a hook was not called for yet: when the first and the last of them happened, in ISO 8601. */
export type Uncovered = { first: string; last: string } | undefined

/**
 * When a hook is to be called.
 *
 * @returns milliseconds since 1970; undefined when there is no reason for a call
 */
export function dueAt(hook: DeployHook, state: HookState, uncovered: Uncovered): number | undefined {
  // A call that failed is repeated, and brings along whatever changed meanwhile.
  if (state.nextTryAt) return Date.parse(state.nextTryAt)
  const waitMs = hook.waitSeconds * 1000
  const longestWaitMs = Math.max(hook.longestWaitSeconds * 1000, waitMs)
  const reasons = [
    ...(state.requestedAt ? [Date.parse(state.requestedAt) + waitMs] : []),
    ...(uncovered
      ? [Math.min(Date.parse(uncovered.last) + waitMs, Date.parse(uncovered.first) + longestWaitMs)]
      : []),
  ]
  return reasons.length > 0 ? Math.min(...reasons) : undefined
}
