import { describe, expect, test } from '@jest/globals'
import { createQuiet, createTouch, QUIET_NS } from './quiet.ts'

/** A machine that is asked before and after each pause, and is as noisy after them as this says. */
function machine(...afterPauses: number[]): () => number {
  const answers = afterPauses.flatMap((cost) => [0, cost])
  return () => answers.shift() ?? 0
}

const LOUD = QUIET_NS + 1

describe('createQuiet', () => {
  test('has everything measured on a quiet machine', async () => {
    const quiet = createQuiet(10, machine(QUIET_NS, 20), 1)

    expect([await quiet.pause(), await quiet.pause()]).toEqual([true, true])
    expect(quiet.noise()).toEqual({ leftOut: 0, measured: 0 })
  })

  test('leaves out what would begin in noise', async () => {
    const quiet = createQuiet(10, machine(LOUD, 20, LOUD), 1)

    expect([await quiet.pause(), await quiet.pause(), await quiet.pause()]).toEqual([false, true, false])
    expect(quiet.noise()).toEqual({ leftOut: 2, measured: 0 })
  })

  test('waits for a quiet moment', async () => {
    const quiet = createQuiet(10, machine(LOUD, LOUD, 20, LOUD), 1)
    await quiet.untilQuiet()

    expect(quiet.noise()).toEqual({ leftOut: 2, measured: 0 })
  })

  test('measures in noise when it has left out enough, and counts that', async () => {
    const quiet = createQuiet(1, machine(LOUD, LOUD, LOUD), 1)

    expect([await quiet.pause(), await quiet.pause()]).toEqual([false, true])
    await quiet.untilQuiet()
    expect(quiet.noise()).toEqual({ leftOut: 1, measured: 2 })
  })
})

test('touching memory takes time', () => {
  const touch = createTouch()
  expect(touch()).toBeGreaterThan(0)
})
