import type { Payload } from 'payload'
import type { Telling } from '../describe-delivery.ts'
import { momentInWords } from '../times.ts'
import { dueAt } from './due.ts'
import { idOfHook, nameOfHook } from './hook-config.ts'
import type { DeployHook } from './hook-config.ts'
import { readHookState } from './hook-states.ts'
import type { HookState } from './hook-states.ts'
import { hooksOf, uncoveredBy } from './scheduler.ts'

/** A deploy hook on the dashboard. */
export type HookInWords = { id: string; name: string; sentence: string; isTroubled: boolean }

type Clock = Pick<Telling, 'now' | 'timeZone'>

/** How the deploy hooks are, in plain words. */
export async function describeHooks(payload: Payload, clock: Clock): Promise<HookInWords[]> {
  return Promise.all(
    hooksOf(payload).map(async (hook) => {
      const state = await readHookState(payload, idOfHook(hook))
      const due = dueAt(hook, state, await uncoveredBy(payload, state))
      return inWords(hook, state, due, clock)
    }),
  )
}

/** @param due when it is called next, in milliseconds since 1970 */
export function inWords(
  hook: DeployHook,
  state: HookState,
  due: number | undefined,
  clock: Clock,
): HookInWords {
  const moment = (at: string) => momentInWords(at, clock)
  const { lastCallAt, lastError, lastSuccessAt } = state
  const last = lastError
    ? [
        `Called at ${moment(lastCallAt ?? '')}, but ${lastError}`,
        lastSuccessAt ? `it last succeeded at ${moment(lastSuccessAt)}` : 'it never succeeded so far',
      ].join('; ')
    : lastSuccessAt
      ? `Called at ${moment(lastSuccessAt)}`
      : 'Not called yet'
  const next = due === undefined ? [] : [`next call at ${moment(new Date(due).toISOString())}`]
  return {
    id: state.id,
    name: nameOfHook(hook),
    sentence: [last, ...next].join('; '),
    isTroubled: Boolean(lastError),
  }
}
