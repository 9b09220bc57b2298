import { describe, expect, test } from '@jest/globals'
import { dueAt } from './due.ts'
import { deployHooksSchema, idOfHook, nameOfHook } from './hook-config.ts'
import type { DeployHook } from './hook-config.ts'
import type { HookState } from './hook-states.ts'
import { retryPause } from './retry-pause.ts'

const hook = (values: object = {}): DeployHook => {
  const [first] = deployHooksSchema.parse(
    JSON.stringify([{ kind: 'netlify', url: 'https://example.org/secret', ...values }]),
  )
  if (!first) throw new Error('There is no hook.')
  return first
}

const state = (values: Partial<HookState> = {}): HookState => ({
  id: 'a',
  covers: 0,
  calls: 0,
  failures: 0,
  ...values,
})

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 25, 14) + seconds * 1000).toISOString()
const due = (values: Partial<HookState>, first?: number, last = first) => {
  const uncovered =
    first === undefined || last === undefined ? undefined : { first: at(first), last: at(last) }
  const moment = dueAt(hook({ waitSeconds: 10, longestWaitSeconds: 60 }), state(values), uncovered)
  return moment === undefined ? undefined : (moment - Date.parse(at(0))) / 1000
}

describe('dueAt', () => {
  test('there is no call without a reason', () => {
    expect(due({})).toBeUndefined()
  })

  test('a burst of changes ends in one call after the last of them', () => {
    expect(due({}, 0, 7)).toBe(17)
  })

  test('changes without an end cannot keep it from being called', () => {
    expect(due({}, 0, 55)).toBe(60)
  })

  test('what somebody asks for waits a little for more of the same', () => {
    expect(due({ requestedAt: at(3) })).toBe(13)
    expect(due({ requestedAt: at(3) }, 0, 1)).toBe(11)
  })

  test('a call that failed is repeated when its time has come, whatever changed meanwhile', () => {
    expect(due({ nextTryAt: at(100) }, 0, 1)).toBe(100)
  })
})

describe('retryPause', () => {
  const longest = () => 1
  const shortest = () => 0

  test('is twice as long after each failure, up to a quarter of an hour', () => {
    expect([1, 2, 3, 20].map((failures) => retryPause(failures, 5000, 0, longest))).toEqual([
      5000, 10_000, 20_000, 900_000,
    ])
  })

  test('is of random length, but at least half', () => {
    expect(retryPause(3, 5000, 0, shortest)).toBe(10_000)
  })

  test('is as long as the host asks for', () => {
    expect(retryPause(1, 5000, 60_000, longest)).toBe(60_000)
  })
})

describe('deployHooksSchema', () => {
  test.each([
    'no JSON',
    '{}',
    '[{"kind":"other","url":"https://example.org"}]',
    '[{"kind":"netlify"}]',
    '[{"kind":"netlify","url":"ftp://example.org"}]',
    '[{"kind":"netlify","url":"https://example.org","wait":1}]',
    '[{"kind":"github","repository":"no-owner","token":"t"}]',
  ])('refuses %s', (text) => {
    expect(deployHooksSchema.safeParse(text).success).toBe(false)
  })

  test('a hook has a name and an id that tell nothing of its secret', () => {
    expect(nameOfHook(hook())).toBe('Netlify')
    expect(nameOfHook(hook({ name: 'Our site' }))).toBe('Our site')
    expect(idOfHook(hook())).toMatch(/^[0-9a-f]{24}$/)
    expect(idOfHook(hook())).not.toBe(idOfHook(hook({ url: 'https://example.org/other' })))
  })
})
