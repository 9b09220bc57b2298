import { describe, expect, test } from '@jest/globals'
import type { OursResult } from '../results.ts'
import { evaluateBars } from './bars.ts'
import { buildOf, nextOf, oursOf, resultsOf, summaryOf } from './results-for-tests.ts'

const verdicts = (results: Parameters<typeof evaluateBars>[0]) => evaluateBars(results).map(({ met }) => met)
const broken = (ours: Partial<OursResult>) =>
  evaluateBars(resultsOf({ ours }))
    .filter(({ met }) => met === false)
    .map(({ what }) => what)

describe('evaluateBars', () => {
  test('finds every promise kept where every figure is good enough', () => {
    expect(new Set(verdicts(resultsOf()))).toEqual(new Set([true]))
  })

  test.each<[name: string, ours: Partial<OursResult>, what: string[]]>([
    [
      'a slow median',
      { servedMs: summaryOf(41), saveAloneMs: summaryOf(40) },
      ['one article edited, save to served, median'],
    ],
    ['a slow 95th percentile', { servedMs: summaryOf(30, 91) }, ['the same, 95th percentile']],
    [
      'much added to the save',
      { saveAloneMs: summaryOf(19) },
      ['the same, to the save alone, at the median'],
    ],
    [
      'a slow full publish',
      { rebuildSeconds: summaryOf(31) },
      ['all 10,000 pages published, to a stock `astro build`'],
    ],
    [
      'a slow change of all pages',
      { navigationSeconds: summaryOf(10.1) },
      ['a change that all 10,000 pages show'],
    ],
    [
      'much memory',
      { memoryMb: { peak: { publisher: 601, server: 1 }, rest: { publisher: 1, server: 1 } } },
      ['memory of the publisher at 10,000 pages, at its highest'],
    ],
  ])('notices %s', (_, ours, what) => {
    expect(broken(ours)).toEqual(what)
  })

  test('takes the limit itself as kept', () => {
    const ours = {
      servedMs: summaryOf(40, 90),
      saveAloneMs: summaryOf(40 / 1.5),
      rebuildSeconds: summaryOf(9),
    }

    expect(broken(ours)).toEqual([])
  })

  test('notices growth with the number of pages', () => {
    const results = resultsOf()
    results.sizes['10000'] = { ...results.sizes['10000'], ours: oursOf({ servedMs: summaryOf(38) }) }

    expect(evaluateBars(results).find(({ what }) => what.includes('10,000 pages to 100'))).toMatchObject({
      measured: '1.27 ×',
      met: false,
    })
  })

  test('notices a slow rollback', () => {
    const slow = evaluateBars(resultsOf({ rollbackMs: 1001 })).filter(({ met }) => met === false)
    expect(slow).toMatchObject([{ what: expect.stringContaining('rollback'), measured: '1,001 ms' }])
  })

  test('compares with an incremental build in times', () => {
    const results = resultsOf()
    results.sizes['1000'] = { ...results.sizes['1000'], incremental: buildOf(1.47) }

    expect(evaluateBars(results).find(({ what }) => what.includes('1,000'))).toMatchObject({
      measured: '49 ×',
      met: false,
    })
  })

  test('compares with Next after a save, and names the sizes', () => {
    const results = resultsOf()
    results.sizes['100'] = { ...results.sizes['100'], next: nextOf(7) }

    expect(evaluateBars(results).find(({ what }) => what.includes('Next'))).toMatchObject({
      measured: '30 ms to 29 ms at 100, 30 ms to 42 ms at 1,000, 30 ms to 42 ms at 10,000',
      met: false,
    })
  })

  test('takes the first publish where all pages were not rendered anew', () => {
    expect(broken({ rebuildSeconds: null, firstPublishSeconds: 31 })).toEqual([
      'all 10,000 pages published, to a stock `astro build`',
    ])
  })

  test('says nothing of what was not measured', () => {
    const { machine } = resultsOf()

    expect(new Set(verdicts({ machine, sizes: {} }))).toEqual(new Set([undefined]))
  })

  test('leaves a promise open while a size is missing, but not one that is broken', () => {
    const { machine, sizes } = resultsOf({ ours: { servedMs: summaryOf(30, 95) } })
    const [median, percentile] = evaluateBars({ machine, sizes: { '100': sizes['100'] ?? {} } })

    expect(median).toMatchObject({ measured: '30 ms at 100', met: undefined })
    expect(percentile).toMatchObject({ measured: '95 ms at 100', met: false })
  })
})
