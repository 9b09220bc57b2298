import type { PublicFields } from '@careword/shared/public-document.ts'

/** A source as a document lists it. */
export type Source = NonNullable<PublicFields<'articles'>['sources']>[number]

/** What has sources. */
export type Sourced = { id: string; fields: { sources?: readonly Source[] } }

/** The numbered sources of one page. A source that two documents share has one number. */
export class SourceList {
  readonly #sources: Source[] = []
  readonly #numbers = new Map<string, number>()
  readonly #cited = new Set<number>()

  /** The same sources, to which others can come. */
  copy(): SourceList {
    const copy = new SourceList()
    copy.#sources.push(...this.#sources)
    for (const [identity, number] of this.#numbers) copy.#numbers.set(identity, number)
    for (const number of this.#cited) copy.#cited.add(number)
    return copy
  }

  /** Lists all sources of a document, cited or not, in its order. */
  add(document: Sourced): void {
    for (const source of document.fields.sources ?? []) this.#numberOf(source)
  }

  /**
   * The number of a source on this page, counted from 1.
   *
   * @param key the source's key in that document
   * @returns undefined when the document lists no such source
   */
  cite(document: Sourced, key: string): number | undefined {
    const source = document.fields.sources?.find((candidate) => candidate.key === key)
    return source && this.#numberOf(source)
  }

  /** Notes that the text refers to a source here. @returns whether it does so for the first time */
  noteCitation(number: number): boolean {
    const isFirst = !this.#cited.has(number)
    this.#cited.add(number)
    return isFirst
  }

  /** Whether the text has referred to a source. */
  isCited(number: number): boolean {
    return this.#cited.has(number)
  }

  /** The sources so far, by number. */
  get all(): readonly Source[] {
    return this.#sources
  }

  #numberOf(source: Source): number {
    const identity = identityOf(source)
    const known = this.#numbers.get(identity)
    if (known !== undefined) return known
    this.#numbers.set(identity, this.#sources.push(source))
    return this.#sources.length
  }
}

/** What two documents must share for it to be one source. An address alone may lead to a site with many. */
function identityOf({ doi, pmid, url, title, year }: Source): string {
  return doi ?? pmid ?? JSON.stringify([url, title, year])
}

/** The anchor of a source in the list at the page's end. With an underscore, which no slug has. */
export function sourceAnchor(number: number): string {
  return `source_${number}`
}

/** The anchor of the place where the text first refers to a source. */
export function citationAnchor(number: number): string {
  return `cite_${number}`
}
