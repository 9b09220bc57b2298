import { missesOf, type TemplateResult } from './results.ts'

const START = '<!-- pages:start -->'
const END = '<!-- pages:end -->'

/** The results as a table in Markdown, with what was missed below it. @param when the day, `YYYY-MM-DD` */
export function reportOf(
  results: readonly TemplateResult[],
  { when, machine }: { when: string; machine: string },
): string {
  const misses = results.flatMap(missesOf)
  return [
    `Measured on ${when} on ${machine}.`,
    '',
    '| template | on | HTML and styles, gzip | scripts, gzip | LCP | CLS | TBT | Lighthouse | axe |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |',
    ...results.flatMap(rowsOf),
    '',
    ...(misses.length === 0
      ? ['Every bar holds.']
      : ['What was missed:', '', ...misses.map((miss) => `- ${miss.replaceAll('<', '&lt;')}`)]),
  ].join('\n')
}

/**
 * Puts a report between its marks into a document.
 *
 * @throws Error when the document has no such marks
 */
export function withReport(document: string, report: string): string {
  const [start, end] = [document.indexOf(START), document.indexOf(END)]
  if (start === -1 || end < start)
    throw new Error(`The document has no place for the table: ${START} and ${END}.`)
  return `${document.slice(0, start + START.length)}\n\n${report}\n\n${document.slice(end)}`
}

function rowsOf({ template, on, violations }: TemplateResult): string[] {
  return on.map(({ device, figures, lighthouse }) => {
    const cells = [
      template.name,
      device,
      kilobytes(figures.criticalBytes),
      kilobytes(figures.scriptBytes),
      `${Math.round(figures.largestPaintMs)} ms`,
      figures.layoutShift.toFixed(3),
      `${Math.round(figures.blockingMs)} ms`,
      lighthouse ? Object.values(lighthouse.points).join(' / ') : '–',
      violations ? String(violations.length) : '–',
    ]
    return `| ${cells.join(' | ')} |`
  })
}

function kilobytes(bytes: number): string {
  return bytes === 0 ? '0' : `${(bytes / 1000).toFixed(1)} kB`
}
