import type { Noise } from '../programs/quiet.ts'
import type { Measured, Results, SizeResults } from '../results.ts'
import type { Summary } from '../statistics.ts'
import { evaluateBars, nextWithSaveMs } from './bars.ts'
import type { Bar } from './bars.ts'
import { kilobytes, megabytes, milliseconds, seconds, times } from './units.ts'

const NOTHING = '–'

/** The results as Markdown: the machine, the figures at each size, and the promises. */
export function renderResults(results: Results): string {
  const sizes = Object.keys(results.sizes).sort((a, b) => Number(a) - Number(b))
  return [
    machineLine(results),
    noiseLine(results),
    figures(results, sizes),
    '### What is promised',
    table(['what', 'promised', 'measured', ''], evaluateBars(results).map(barRow)),
  ].join('\n\n')
}

function machineLine({ machine, sizes }: Results): string {
  const all = partsOf(sizes)
  const commits = [...new Set(all.map(({ commit }) => commit))]
  const days = [...new Set(all.map(({ at }) => at.slice(0, 10)))].sort()
  const { cores, model, memoryGb, system, node } = machine
  return (
    `Measured on ${days.join(', ')} at ${commits.map((commit) => `\`${commit}\``).join(', ')}: ${cores} cores (${model}), ` +
    `${memoryGb} GB of memory, ${system}, Node ${node}. To repeat it: \`pnpm bench publish\`.`
  )
}

function noiseLine({ sizes }: Results): string {
  const sum = (count: keyof Noise) =>
    partsOf(sizes)
      .reduce((total, { noise }) => total + noise[count], 0)
      .toLocaleString('en')
  return `Left out since the machine was not quiet: ${sum('leftOut')} edits and pauses. Measured though it was not: ${sum('measured')}.`
}

function partsOf(sizes: Results['sizes']): Measured[] {
  return Object.values(sizes).flatMap((size) => Object.values(size).flatMap((part) => part ?? []))
}

type Figure = [what: string, of: (size: SizeResults) => string | undefined]

const both = ({ p50, p95 }: Summary) => `${milliseconds(p50)} / ${milliseconds(p95)}`

const list: readonly Figure[] = [
  ['pages of the site', ({ ours }) => ours?.pages.toLocaleString('en')],
  ['an article’s page, Careword / Next', ({ ours, next }) => pageSizes(ours?.pageBytes, next?.pageBytes)],
  ['**one article edited**, median / 95th percentile', () => ''],
  ['Careword: save alone, no publisher running', ({ ours }) => ours && both(ours.saveAloneMs)],
  ['Careword: save, publisher running', ({ ours }) => ours && both(ours.saveMs)],
  ['**Careword: save to served**', ({ ours }) => ours && `**${both(ours.servedMs)}**`],
  ['Careword: served to save alone', ({ ours }) => ours && times(ours.servedMs.p50 / ours.saveAloneMs.p50)],
  ['Astro, stock static build', ({ astro }) => astro && edit(astro)],
  ['Astro, incremental build', ({ incremental }) => incremental && edit(incremental)],
  ['Next, written to served', ({ next }) => next && both(next.servedMs)],
  [
    'Next, the save in the CMS added',
    ({ next, ours }) => next && ours && milliseconds(nextWithSaveMs(next.servedMs.p50, ours)),
  ],
  ['**the whole site**', () => ''],
  [
    'Careword: first publish, all content read',
    ({ ours }) => ours && speed(ours.firstPublishSeconds, ours.pages),
  ],
  ['Careword: all pages anew', ({ ours }) => ours && speed(ours.rebuildSeconds?.p50, ours.pages)],
  ['Careword: a change that all pages show', ({ ours }) => ours && seconds(ours.navigationSeconds.p50)],
  [
    'Careword: an earlier release brought back, without what was withdrawn since',
    ({ rollback }) => rollback && both(rollback.servedMs),
  ],
  ['Astro, stock static build', ({ astro }) => astro && speed(astro.fullBuildSeconds.p50, astro.pages)],
  ['Next, build of the articles alone', ({ next }) => next && speed(next.fullBuildSeconds.p50, next.pages)],
  ['**what it takes**', () => ''],
  ['publisher’s memory, highest / at rest', ({ ours }) => ours && memoryOf('publisher', ours.memoryMb)],
  ['server’s memory, highest / at rest', ({ ours }) => ours && memoryOf('server', ours.memoryMb)],
  [
    'disk: the site and all that belongs to it',
    ({ ours }) => (typeof ours?.siteMb === 'number' ? megabytes(ours.siteMb) : undefined),
  ],
  [
    'disk: a release with one article edited',
    ({ ours }) => (typeof ours?.releaseKb === 'number' ? kilobytes(ours.releaseKb) : undefined),
  ],
]

function figures({ sizes }: Results, names: readonly string[]): string {
  const rows = list.map(([what, of]) => [what, ...names.map((name) => of(sizes[name] ?? {}) ?? NOTHING)])
  return table(['articles', ...names.map((name) => Number(name).toLocaleString('en'))], rows)
}

function edit({ editSeconds: { p50, p95, runs } }: { editSeconds: Summary }): string {
  return `${seconds(p50)} / ${seconds(p95)} (${runs} builds)`
}

function speed(duration: number | undefined, pages: number): string | undefined {
  if (duration === undefined) return undefined
  return `${seconds(duration)}, ${Math.round(pages / duration).toLocaleString('en')} pages/s`
}

function pageSizes(ours: number | undefined, next: number | undefined): string {
  return [ours, next].map((bytes) => (bytes === undefined ? NOTHING : kilobytes(bytes / 1000))).join(' / ')
}

type Memory = { publisher: number; server: number }

function memoryOf(program: keyof Memory, { peak, rest }: { peak: Memory; rest: Memory }): string {
  return `${megabytes(peak[program])} / ${megabytes(rest[program])}`
}

function barRow({ what, atLeast, measured, met }: Bar): string[] {
  return [what, atLeast, measured, met === undefined ? 'not measured' : met ? 'met' : '**not met**']
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
