import { hash } from 'node:crypto'
import { publicFields } from '@careword/shared/public-fields.ts'
import type { UsedCard } from '../../content/card.ts'
import type { Reads } from '../../content/reads.ts'
import type { RenderedFile } from '../rendering/render-farm.ts'
import type { UsedMedia } from './site-renderer.ts'

/** What is known of a page besides its bytes, so that it need not be rendered to know it. */
export type PageNotes = {
  reads: Reads
  media: readonly UsedMedia[]
  cards: readonly UsedCard[]
  warnings: readonly string[]
  /** Its content-security policy. */
  policy: string | undefined
}

/** What a publish needs to know of a page that it does not render again. */
export type ShownPage = Omit<PageNotes, 'reads'> & {
  /** Its path among the files of the site. */
  file: string
}

/** What was read is written as bits, which are those of one list of public fields only. */
const LAYOUT = hash('sha256', JSON.stringify(['with cards', publicFields])).slice(0, 12)

type WrittenNotes = PageNotes & { layout: string }

/** The notes of a page as they are kept with its release. */
export function notesOf({ reads, media, cards, warnings, policy }: RenderedFile): unknown {
  return { layout: LAYOUT, reads, media, cards, warnings, policy } satisfies WrittenNotes
}

/** @param written what `notesOf` made. @returns undefined when it is lost or was written by another version of the publisher */
export function readNotes(written: unknown): PageNotes | undefined {
  const notes = written as WrittenNotes | undefined
  return notes?.layout === LAYOUT ? notes : undefined
}
