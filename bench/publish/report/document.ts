import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import type { Results } from '../results.ts'
import { renderResults } from './table.ts'

export const START = '<!-- publish:start -->'
export const END = '<!-- publish:end -->'

/**
 * Puts the results into a document, in the place of what stands between its two markers.
 *
 * @throws Error when the document has not both markers, in their order
 */
export async function writeTable(file: string, results: Results): Promise<void> {
  const document = betweenMarkers(await readFile(file, 'utf8'), renderResults(results))
  const style = await resolveConfig(file, { editorconfig: true })
  await writeFile(file, await format(document, { ...style, filepath: file }))
}

/** A document with another text between its markers. @throws Error when it has not both, in their order */
export function betweenMarkers(document: string, text: string): string {
  const start = document.indexOf(START)
  const end = document.indexOf(END)
  if (start < 0 || end < start)
    throw new Error(`The document of the benchmarks needs a line “${START}” and, below it, a line “${END}”.`)
  return `${document.slice(0, start + START.length)}\n\n${text}\n\n${document.slice(end)}`
}
