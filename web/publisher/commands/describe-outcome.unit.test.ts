import { expect, test } from '@jest/globals'
import type { CommandOutcome } from '../service/status.ts'
import { describeOutcome } from './describe-outcome.ts'

const since = '2026-11-30T12:00:00.000Z'

const rolledBack = (release: number, origin?: number): CommandOutcome => ({
  release,
  liveSince: '2026-11-29T12:00:00.000Z',
  pages: 3,
  written: 1,
  removed: 0,
  warnings: [],
  durationMs: 5,
  hold: { release, origin, since },
  unfinished: { held: 0, failed: 0 },
  trouble: null,
  proof: null,
})

test.each([
  ['the release that was asked for', rolledBack(7), 'release 7 again (5 ms).'],
  [
    'one that was made without what was withdrawn',
    rolledBack(9, 7),
    'release 7 again, without what was withdrawn since then, as release 9 (5 ms).',
  ],
])('a rollback that shows %s says so', (_, outcome, said) => {
  expect(describeOutcome({ type: 'rollback', release: null }, outcome)[0]).toBe(`The site shows ${said}`)
})
