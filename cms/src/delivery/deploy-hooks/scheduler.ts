import type { Payload } from 'payload'
import { processWide } from '../../database/process-wide.ts'
import { findDeliveries } from '../delivery-rows.ts'
import { callHook } from './call-hook.ts'
import { dueAt } from './due.ts'
import type { Uncovered } from './due.ts'
import { idOfHook, nameOfHook } from './hook-config.ts'
import type { DeployHook } from './hook-config.ts'
import { changeHookState, readHookState } from './hook-states.ts'
import type { HookState } from './hook-states.ts'
import { retryPause } from './retry-pause.ts'

/** How long a call may take before it counts as lost, because the CMS was stopped in the middle. */
const CALL_LOST_AFTER_MS = 30_000
/** Another instance of the CMS may have brought news. */
const LONGEST_SLEEP_MS = 60_000
/** Two to four hours, as chance will have it. After that the next change calls again. */
const MAX_FAILURES = 24

/** Each hook has its own, so that none waits for a host that does not answer another one. */
type HookSchedule = {
  hook: DeployHook
  timer: NodeJS.Timeout | undefined
  round: Promise<void>
  /** Of the changes that were committed since the last round, the lowest revision. */
  lowestRevision: number
}
type Schedule = { hooks: HookSchedule[]; isStopped: boolean }

const schedules = processWide('deploy-hooks.schedules', () => new WeakMap<Payload, Schedule>())

/** Begins to call deploy hooks when there is a reason; also for what happened while the CMS was stopped. */
export function startDeployHooks(payload: Payload): void {
  wakeUp(payload)
}

/** To be called after the commit of a change. */
export function considerDeployHooks(payload: Payload, revision: number): void {
  for (const one of scheduleOf(payload).hooks) one.lowestRevision = Math.min(one.lowestRevision, revision)
  wakeUp(payload)
}

/**
 * Has all deploy hooks called soon, though nothing changed.
 *
 * @returns how many there are
 */
export async function requestDeployHooks(payload: Payload): Promise<number> {
  const hooks = hooksOf(payload)
  await Promise.all(
    hooks.map(async (hook) => {
      await request(payload, await readHookState(payload, idOfHook(hook)))
    }),
  )
  wakeUp(payload)
  return hooks.length
}

/** Ends the calls for good; resolves when none is on its way. */
export async function stopDeployHooks(payload: Payload): Promise<void> {
  const schedule = scheduleOf(payload)
  schedule.isStopped = true
  for (const { timer } of schedule.hooks) clearTimeout(timer)
  await Promise.all(schedule.hooks.map(({ round }) => round))
}

/** The hooks that `DEPLOY_HOOKS` names. */
export function hooksOf(payload: Payload): DeployHook[] {
  return payload.config.custom.deployHooks as DeployHook[]
}

/** What happened since a hook was called. */
export async function uncoveredBy(payload: Payload, { covers }: HookState): Promise<Uncovered> {
  const where = { revision: { greater_than: covers } }
  const [[first], [last]] = await Promise.all([
    findDeliveries({ payload }, { where, limit: 1, sort: 'revision' }),
    findDeliveries({ payload }, { where, limit: 1 }),
  ])
  return first && last ? { first: first.queuedAt, last: last.queuedAt } : undefined
}

function scheduleOf(payload: Payload): Schedule {
  const known = schedules.get(payload)
  if (known) return known
  const hooks = hooksOf(payload).map((hook): HookSchedule => ({
    hook,
    timer: undefined,
    round: Promise.resolve(),
    lowestRevision: Infinity,
  }))
  const schedule: Schedule = { hooks, isStopped: false }
  schedules.set(payload, schedule)
  return schedule
}

function wakeUp(payload: Payload): void {
  for (const one of scheduleOf(payload).hooks) wakeUpFor(one, payload)
}

function wakeUpFor(one: HookSchedule, payload: Payload, inMs = 0): void {
  if (scheduleOf(payload).isStopped) return
  clearTimeout(one.timer)
  one.timer = setTimeout(() => {
    // One round at a time; the one that runs looks again when it ends.
    one.round = one.round.then(() => round(one, payload))
  }, inMs).unref()
}

async function round(one: HookSchedule, payload: Payload): Promise<void> {
  const { hook, lowestRevision } = one
  one.lowestRevision = Infinity
  let next = LONGEST_SLEEP_MS
  try {
    next = Math.min(next, await attend(payload, hook, lowestRevision))
  } catch (error) {
    const name = nameOfHook(hook)
    payload.logger.error({
      err: error,
      msg: `The deploy hook “${name}” could not be looked after; trying again.`,
    })
  }
  wakeUpFor(one, payload, next)
}

/**
 * Calls a hook if it is time.
 *
 * @returns after how many milliseconds to look again
 */
async function attend(payload: Payload, hook: DeployHook, lowestRevision: number): Promise<number> {
  const state = await readHookState(payload, idOfHook(hook))
  // Its transaction took long: later changes were committed before it, and called for.
  if (lowestRevision <= state.covers) await request(payload, state)
  const due = dueAt(hook, state, await uncoveredBy(payload, state))
  if (due === undefined) return LONGEST_SLEEP_MS
  const remaining = due - Date.now()
  if (remaining > 0) return remaining
  await call(payload, hook, state)
  return 0
}

async function request(payload: Payload, state: HookState): Promise<void> {
  if (state.requestedAt) return
  state.requestedAt = new Date().toISOString()
  await changeHookState(payload, state, { requestedAt: state.requestedAt })
}

async function call(payload: Payload, hook: DeployHook, before: HookState): Promise<void> {
  const [newest] = await findDeliveries({ payload }, { limit: 1 })
  const now = Date.now()
  const calling: HookState = { ...before, calls: before.calls + 1 }
  const isOurs = await changeHookState(payload, before, {
    calls: calling.calls,
    covers: Math.max(before.covers, newest?.revision ?? 0),
    requestedAt: null,
    lastCallAt: new Date(now).toISOString(),
    nextTryAt: new Date(now + CALL_LOST_AFTER_MS).toISOString(),
  })
  if (!isOurs) return
  const outcome = await callHook(hook)
  const ended = new Date()
  if (outcome.answered) {
    const success = { failures: 0, nextTryAt: null, lastSuccessAt: ended.toISOString(), lastError: null }
    await changeHookState(payload, calling, success)
    return
  }
  const failures = before.failures + 1
  const isRetried = outcome.isPassing && failures < MAX_FAILURES
  const pause = retryPause(failures, hook.retrySeconds * 1000, outcome.retryAfterMs)
  await changeHookState(payload, calling, {
    failures: isRetried ? failures : 0,
    nextTryAt: isRetried ? new Date(ended.getTime() + pause).toISOString() : null,
    lastError: outcome.error,
  })
  payload.logger.warn(
    `The deploy hook “${nameOfHook(hook)}” failed: ${outcome.error}. ${isRetried ? `It is called again in ${Math.round(pause / 1000)} s.` : 'It is called again at the next change.'}`,
  )
}
