import type { BuildResult, NextResult, OursResult, Results, RollbackResult } from '../results.ts'
import type { Summary } from '../statistics.ts'

const measured = {
  at: '2026-11-25T03:00:00.000Z',
  commit: 'abcdef0123',
  tookSeconds: 60,
  noise: { leftOut: 1, measured: 0 },
}

/** A measurement whose median and 95th percentile are these. */
export function summaryOf(p50: number, p95 = p50, runs = 20): Summary {
  return { runs, p50, p95, min: p50, max: p95 }
}

export function oursOf(changes: Partial<OursResult> = {}): OursResult {
  return {
    ...measured,
    pages: 11_234,
    pageBytes: 60_000,
    pauseMs: 400,
    saveMs: summaryOf(24, 30),
    servedMs: summaryOf(30, 45),
    saveAloneMs: summaryOf(22, 28),
    firstPublishSeconds: 30,
    rebuildSeconds: summaryOf(10, 11, 3),
    navigationSeconds: summaryOf(9, 9.5, 3),
    sampledPages: 44,
    memoryMb: { peak: { publisher: 500, server: 90 }, rest: { publisher: 300, server: 80 } },
    siteMb: 900,
    releaseKb: 120,
    ...changes,
  }
}

export function buildOf(editSeconds: number, fullSeconds = editSeconds): BuildResult {
  return {
    ...measured,
    pages: 11_234,
    pageBytes: 60_000,
    fullBuildSeconds: summaryOf(fullSeconds, fullSeconds, 3),
    editSeconds: summaryOf(editSeconds, editSeconds, 5),
  }
}

export function nextOf(servedMs: number): NextResult {
  return {
    ...measured,
    pages: 10_000,
    pageBytes: 70_000,
    fullBuildSeconds: summaryOf(80, 80, 1),
    pauseMs: 400,
    servedMs: summaryOf(servedMs, servedMs * 1.5),
  }
}

export function rollbackOf(servedMs: number): RollbackResult {
  const answeredMs = summaryOf(servedMs + 20, servedMs + 30, 5)
  return { ...measured, pages: 11_234, servedMs: summaryOf(servedMs, servedMs, 5), answeredMs }
}

/** Results in which every promise is kept. */
export function resultsOf(changes: { ours?: Partial<OursResult>; rollbackMs?: number } = {}): Results {
  const ours = oursOf(changes.ours)
  const rollback = rollbackOf(changes.rollbackMs ?? 300)
  return {
    machine: { cores: 2, model: 'A processor', memoryGb: 24, system: 'Linux 6.1', node: 'v24.21.0' },
    sizes: {
      '100': { ours, astro: buildOf(4), incremental: buildOf(3), next: nextOf(20) },
      '1000': { ours, astro: buildOf(5), incremental: buildOf(3), next: nextOf(20) },
      '10000': { ours, rollback, astro: buildOf(30), incremental: buildOf(12), next: nextOf(20) },
    },
  }
}
