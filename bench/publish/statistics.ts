/** What many measurements of one thing say, in their unit. */
export type Summary = { runs: number; p50: number; p95: number; min: number; max: number }

/** @throws RangeError when nothing was measured */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    runs: sorted.length,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    min: percentile(sorted, 0),
    max: percentile(sorted, 100),
  }
}

/** The value in the middle. @throws RangeError when nothing was measured */
export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    50,
  )
}

/** Between two measurements, the straight line from the one to the other. */
function percentile(sorted: readonly number[], percent: number): number {
  const place = ((sorted.length - 1) * percent) / 100
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('Nothing was measured.')
  return below + (above - below) * (place - Math.floor(place))
}
