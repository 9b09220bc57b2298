import type { OursResult, Results, SizeResults } from '../results.ts'
import { megabytes, milliseconds, seconds, times } from './units.ts'

/** What the product promises, and what was measured. `met` is undefined when what it takes was not measured. */
export type Bar = { what: string; atLeast: string; measured: string; met: boolean | undefined }

export const SERVED_P50_MS = 40
export const SERVED_P95_MS = 90
export const TIMES_A_SAVE = 1.5
export const GROWTH = 1.25
export const TIMES_FASTER_1000 = 50
export const TIMES_FASTER_10000 = 200
export const PUBLISHER_MB = 600
export const ROLLBACK_MS = 1000

const SIZES = [100, 1000, 10_000]

/** Holds every promise against the results. */
export function evaluateBars(results: Results): Bar[] {
  const at = (size: number): SizeResults => results.sizes[String(size)] ?? {}
  const [small, large] = [at(100), at(10_000)]
  return [
    atEachSize(results, 'one article edited, save to served, median', `≤ ${SERVED_P50_MS} ms`, (ours) => ({
      text: milliseconds(ours.servedMs.p50),
      met: ours.servedMs.p50 <= SERVED_P50_MS,
    })),
    atEachSize(results, 'the same, 95th percentile', `≤ ${SERVED_P95_MS} ms`, (ours) => ({
      text: milliseconds(ours.servedMs.p95),
      met: ours.servedMs.p95 <= SERVED_P95_MS,
    })),
    atEachSize(results, 'the same, to the save alone, at the median', `≤ ${TIMES_A_SAVE} ×`, (ours) => {
      const ratio = ours.servedMs.p50 / ours.saveAloneMs.p50
      return { text: times(ratio), met: ratio <= TIMES_A_SAVE }
    }),
    bar('the same, 10,000 pages to 100', `≤ ${GROWTH} ×`, [large.ours, small.ours], (many, few) => {
      const ratio = many.servedMs.p50 / few.servedMs.p50
      return { text: times(ratio), met: ratio <= GROWTH }
    }),
    fasterThanIncremental(at(1000), '1,000', TIMES_FASTER_1000),
    fasterThanIncremental(large, '10,000', TIMES_FASTER_10000),
    againstNext(results),
    bar(
      'all 10,000 pages published, to a stock `astro build`',
      'faster',
      [large.ours, large.astro],
      (ours, astro) => {
        const full = fullPublishSeconds(ours)
        return {
          text: `${seconds(full)} to ${seconds(astro.fullBuildSeconds.p50)}`,
          met: full < astro.fullBuildSeconds.p50,
        }
      },
    ),
    bar('a change that all 10,000 pages show', '≤ the full publish', [large.ours, large.ours], (ours) => {
      const full = fullPublishSeconds(ours)
      return {
        text: `${seconds(ours.navigationSeconds.p50)} to ${seconds(full)}`,
        met: ours.navigationSeconds.p50 <= full,
      }
    }),
    bar(
      'a rollback of 10,000 pages, without what was withdrawn since, the slowest',
      `≤ ${ROLLBACK_MS / 1000} s`,
      [large.rollback, large.rollback],
      ({ servedMs }) => ({ text: milliseconds(servedMs.max), met: servedMs.max <= ROLLBACK_MS }),
    ),
    bar(
      'memory of the publisher at 10,000 pages, at its highest',
      `≤ ${PUBLISHER_MB} MB`,
      [large.ours, large.ours],
      (ours) => {
        const { publisher } = ours.memoryMb.peak
        return { text: megabytes(publisher), met: publisher <= PUBLISHER_MB }
      },
    ),
  ]
}

/** How long all pages take: rendered anew, or, where that was not measured, the first publish, which reads the content too. */
export function fullPublishSeconds(ours: OursResult): number {
  return ours.rebuildSeconds?.p50 ?? ours.firstPublishSeconds
}

function bar<First, Second>(
  what: string,
  atLeast: string,
  [first, second]: [First | undefined, Second | undefined],
  evaluate: (first: First, second: Second) => Pick<Bar, 'met'> & { text: string },
): Bar {
  if (first === undefined || second === undefined)
    return { what, atLeast, measured: 'not measured', met: undefined }
  const { text, met } = evaluate(first, second)
  return { what, atLeast, measured: text, met }
}

type AtSize = { text: string; met: boolean }

/** A promise that holds at every size: a size that was not measured leaves it open, unless another breaks it. */
function everySize(what: string, atLeast: string, found: [size: number, at: AtSize | undefined][]): Bar {
  const measured = found.flatMap(([size, at]) => (at ? [{ size, ...at }] : []))
  const isBroken = measured.some(({ met }) => !met)
  return {
    what,
    atLeast,
    measured:
      measured.map(({ size, text }) => `${text} at ${size.toLocaleString('en')}`).join(', ') ||
      'not measured',
    met: isBroken ? false : measured.length < found.length ? undefined : true,
  }
}

function atEachSize(
  results: Results,
  what: string,
  atLeast: string,
  evaluate: (ours: OursResult) => AtSize,
): Bar {
  return everySize(
    what,
    atLeast,
    SIZES.map((size) => {
      const ours = results.sizes[String(size)]?.ours
      return [size, ours && evaluate(ours)]
    }),
  )
}

function fasterThanIncremental({ ours, incremental }: SizeResults, pages: string, atLeast: number): Bar {
  const what = `one article edited, to an incremental Astro build of ${pages} pages`
  return bar(what, `≥ ${atLeast} × faster`, [ours, incremental], (own, astro) => {
    const ratio = (astro.editSeconds.p50 * 1000) / own.servedMs.p50
    return { text: times(ratio), met: ratio >= atLeast }
  })
}

function againstNext(results: Results): Bar {
  return everySize(
    'one article edited, to Next with on-demand revalidation (the save in the CMS added)',
    'faster',
    SIZES.map((size) => {
      const { ours, next } = results.sizes[String(size)] ?? {}
      if (!ours || !next) return [size, undefined]
      const theirs = nextWithSaveMs(next.servedMs.p50, ours)
      return [
        size,
        {
          text: `${milliseconds(ours.servedMs.p50)} to ${milliseconds(theirs)}`,
          met: ours.servedMs.p50 < theirs,
        },
      ]
    }),
  )
}

/** What Next takes when the document is saved in the CMS first, as ours is. */
export function nextWithSaveMs(servedMs: number, ours: OursResult): number {
  return servedMs + ours.saveAloneMs.p50
}
