import { walkRichText } from '../rich-text/walk.ts'
import type { Problem, TextField } from './problem.ts'

type Row = { key?: unknown; source?: unknown }

/** References to sources that the document does not list, and sources that share a short name. */
export function citationProblems(document: Record<string, unknown>, texts: TextField[]): Problem[] {
  const keys = rowsOf(document.sources).map(({ key }) => key)
  const known = new Set(keys)
  const problems: Problem[] = []

  keys.forEach((key, index) => {
    if (keys.indexOf(key) !== index)
      problems.push({
        path: `sources.${index}.key`,
        label: 'Sources',
        message: `Two sources have the short name “${String(key)}”. Give one of them another name.`,
      })
  })

  const check = (path: string, label: string, where: string, key: unknown) => {
    if (typeof key !== 'string' || key === '' || known.has(key)) return
    problems.push({
      path,
      label,
      message: `${where} refers to the source “${key}”, which is not in this document’s list of sources. Add it there, or correct the short name.`,
    })
  }
  for (const { path, label, value } of texts)
    walkRichText(value, (node) => {
      if (node.type === 'block' || node.type === 'inlineBlock')
        check(path, label, `“${label}”`, (node.fields as Row | undefined)?.source)
    })
  rowsOf(document.evidence).forEach(({ source }, index) => {
    check(`evidence.${index}.source`, 'Evidence', `Statement ${index + 1} of the evidence`, source)
  })
  rowsOf(document.treatmentStatuses).forEach(({ source }, index) => {
    check(`treatmentStatuses.${index}.source`, 'Approved or off-label', `Treatment ${index + 1}`, source)
  })
  return problems
}

function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? (value as Row[]) : []
}
