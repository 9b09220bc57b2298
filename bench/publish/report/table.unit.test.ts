import { describe, expect, test } from '@jest/globals'
import { betweenMarkers, END, START } from './document.ts'
import { resultsOf } from './results-for-tests.ts'
import { renderResults } from './table.ts'

const rowsOf = (text: string, what: string) =>
  text.split('\n').filter((line) => line.startsWith(`| ${what} |`))

describe('renderResults', () => {
  test('names the machine, the day and the commit', () => {
    expect(renderResults(resultsOf())).toContain(
      'Measured on 2026-11-25 at `abcdef0123`: 2 cores (A processor), 24 GB of memory, Linux 6.1, Node v24.21.0.',
    )
  })

  test('says how noisy the machine was', () => {
    const results = resultsOf({ ours: { noise: { leftOut: 1100, measured: 2 } } })

    // Three of Careword, one each of the ten other parts.
    expect(renderResults(results)).toContain(
      'Left out since the machine was not quiet: 3,310 edits and pauses. Measured though it was not: 6.',
    )
  })

  test('has a column for each size, the smallest first', () => {
    expect(rowsOf(renderResults(resultsOf()), 'articles')).toEqual(['| articles | 100 | 1,000 | 10,000 |'])
  })

  test('shows what was measured, with its unit', () => {
    const text = renderResults(resultsOf())

    expect(rowsOf(text, '**Careword: save to served**')).toEqual([
      '| **Careword: save to served** | **30 ms / 45 ms** | **30 ms / 45 ms** | **30 ms / 45 ms** |',
    ])
    expect(rowsOf(text, 'Astro, incremental build')).toEqual([
      '| Astro, incremental build | 3.00 s / 3.00 s (5 builds) | 3.00 s / 3.00 s (5 builds) | 12.0 s / 12.0 s (5 builds) |',
    ])
    expect(rowsOf(text, 'Next, the save in the CMS added')).toEqual([
      '| Next, the save in the CMS added | 42 ms | 42 ms | 42 ms |',
    ])
  })

  test('shows a dash for what was not', () => {
    const { machine, sizes } = resultsOf()
    const text = renderResults({ machine, sizes: { '100': { ours: sizes['100']?.ours } } })

    expect(rowsOf(text, 'Next, written to served')).toEqual(['| Next, written to served | – |'])
  })

  test('says of each promise whether it is kept', () => {
    const text = renderResults(
      resultsOf({ ours: { rebuildSeconds: { runs: 3, p50: 31, p95: 31, min: 31, max: 31 } } }),
    )

    expect(text).toContain(
      '| all 10,000 pages published, to a stock `astro build` | faster | 31.0 s to 30.0 s | **not met** |',
    )
    expect(text).toContain(
      '| the same, 95th percentile | ≤ 90 ms | 45 ms at 100, 45 ms at 1,000, 45 ms at 10,000 | met |',
    )
  })
})

describe('betweenMarkers', () => {
  test('replaces what stands between the markers, and nothing else', () => {
    expect(betweenMarkers(`a\n${START}\nold\n${END}\nb\n`, 'new')).toBe(`a\n${START}\n\nnew\n\n${END}\nb\n`)
  })

  test('refuses a document without them', () => {
    expect(() => betweenMarkers(`${END}\n${START}`, 'new')).toThrow(START)
  })
})
