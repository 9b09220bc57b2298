import { expect, test } from '@jest/globals'
import type { CommandOutcome } from '../service/status.ts'
import { describeOutcome } from './describe-outcome.ts'

const since = '2026-11-30T12:00:00.000Z'

const rolledBack = (release: number, liveSince: string): CommandOutcome => ({
  release,
  liveSince,
  pages: 3,
  written: 1,
  removed: 0,
  warnings: [],
  durationMs: 5,
  hold: { release, since },
  unfinished: { held: 0, failed: 0 },
  trouble: null,
  proof: null,
})
const earlier = '2026-11-29T12:00:00.000Z'
const later = '2026-11-30T12:00:00.010Z'

test.each([
  ['the release that was asked for', 7, rolledBack(7, earlier), 'release 7 again (5 ms).'],
  ['the one before', null, rolledBack(7, earlier), 'release 7 again (5 ms).'],
  [
    'one that was made for it',
    7,
    rolledBack(9, later),
    'release 7 again, without what was withdrawn since then, as release 9 (5 ms).',
  ],
  [
    'one that was made for the one before',
    null,
    rolledBack(9, later),
    'the release before again, without what was withdrawn since then, as release 9 (5 ms).',
  ],
  [
    'a later one that is the same without what was withdrawn',
    7,
    rolledBack(8, earlier),
    'release 7 again, without what was withdrawn since then, as release 8 (5 ms).',
  ],
])('a rollback that shows %s says so', (_, release, outcome, said) => {
  expect(describeOutcome({ type: 'rollback', release }, outcome)[0]).toBe(`The site shows ${said}`)
})
