/** Names a document for a person. */
export type NamedDocument = { collection: string; id: string; title: string }

/** Something that is to be said of a document to whoever edits it. */
export type Remark = {
  document: NamedDocument
  /** Top-level field of the document. */
  field: string
  /** What is so, and what to do about it, as a sentence for an editor. */
  reason: string
}

/** A remark as one text, as pages and releases keep it. */
export function formatRemark({ document: { collection, id, title }, field, reason }: Remark): string {
  return `“${title}” (${collection} ${id}), field “${field}”: ${reason}`
}

// The first place that looks so ends the title: a reason quotes what editors write, and a title hardly ever looks so.
const FORM = /^“(?<title>.*?)” \((?<collection>\S+) (?<id>\S+)\), field “(?<field>[^”]*)”: (?<reason>.*)$/s

/** The remark that `formatRemark` wrote. @returns undefined when the text is none */
export function parseRemark(text: string): Remark | undefined {
  const { title = '', collection = '', id = '', field = '', reason = '' } = FORM.exec(text)?.groups ?? {}
  return collection === '' ? undefined : { document: { collection, id, title }, field, reason }
}
