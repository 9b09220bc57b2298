import type { PublicDocument, PublicFields } from '@careword/shared/public-document.ts'
import type { DocumentCollection, PublicCollection, PublicGlobal } from '@careword/shared/public-fields.ts'
import { addressOf, type Address } from './address.ts'
import { cardOf, cardPath, type CardText, type UsedCard } from './card.ts'
import { describedPicture } from './described-pictures.ts'
import type { MediaFile, Picture } from './picture.ts'
import type { Query } from './query.ts'
import { pageOf, questionName } from './question.ts'
import { SITE_URL, slugThing, TODAY, type Reads } from './reads.ts'
import { Recorder } from './recorder.ts'
import { sharedPart, type SharedPart } from './shared-parts.ts'
import { indexOf } from './snapshot-index.ts'
import type { Snapshot } from './snapshot.ts'

export type { Address } from './address.ts'
export type { CardText, UsedCard } from './card.ts'
export type { MediaFile, Picture, PictureFile } from './picture.ts'
export type { Query, SortKey } from './query.ts'
export type { Reads } from './reads.ts'

/** A reference from one document to another, as relationship fields and links hold it. */
export type DocumentReference = { relationTo: string; value: string }

/**
 * All that a page may read: the published content as of one moment. Everything is synchronous, and every
 * document that is given out is deeply frozen.
 */
export type Content = {
  /** The date in the clinic's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** The public address of the site, without a slash at its end. */
  readonly siteUrl: string
  /** @returns undefined when there is no such public document */
  get<Name extends PublicCollection>(collection: Name, id: string): PublicDocument<Name> | undefined
  /** @returns undefined when there is no such public document */
  bySlug<Name extends PublicCollection>(collection: Name, slug: string): PublicDocument<Name> | undefined
  /** The fields of a global. @returns undefined when it was never saved */
  global<Name extends PublicGlobal>(name: Name): PublicFields<Name> | undefined
  /** The documents that a query asks for, in its order. */
  list<Name extends PublicCollection>(query: Query<Name>): readonly PublicDocument<Name>[]
  /** How many documents a query matches, without regard to its `limit` and `offset`. */
  count<Name extends PublicCollection>(query: Query<Name>): number
  /** Whether a query matches so many documents. A page that asks this depends on less than one that counts them. */
  hasAtLeast<Name extends PublicCollection>(number: number, query: Query<Name>): boolean
  /**
   * A picture, and the promise that its files will be on the site.
   *
   * @returns undefined when there is no such public picture
   * @throws CannotRender when the document has no picture in it
   */
  media(id: string): Picture | undefined
  /** The path of a page's card, and the promise that its picture will be on the site. */
  card(text: CardText): string
  /** Where a reference leads. @returns undefined when its target is not public or has no address */
  linkTo(reference: DocumentReference): Address | undefined
  /** Notes something that an editor should know and that does not keep the page from being shown. */
  warn(message: string): void
  /**
   * A part that several pages have, worked out once when they are rendered one after the other. To each of them it is as
   * if it had worked it out itself: it depends on all that was read for it.
   *
   * @param name of the part; all that it depends on besides the content is in it
   * @param make reads nothing but the content that it is given. What it gives is shared: nobody may change it
   */
  shared<Part>(name: string, make: (content: Content) => Part): Part
}

/** One page's reading of a snapshot. */
export type Reading = {
  content: Content
  /** The files that must be below `/media/` for what was read so far, each once. */
  mediaUsed(): MediaFile[]
  /** The cards that must be below `/cards/` for what was read so far, each once. */
  cardsUsed(): UsedCard[]
  /** What an editor should know, in the order it was found, each once. */
  warnings(): string[]
  /** What was read so far. As long as all of it stays the same, so does the page. */
  reads(): Reads
}

/** Starts the reading of one page. */
export function startReading(snapshot: Snapshot): Reading {
  const index = indexOf(snapshot)
  const recorder = new Recorder()
  const siteUrl = snapshot.siteUrl.replace(/\/+$/, '')
  const media = new Map<string, MediaFile>()
  const cards = new Map<string, UsedCard>()
  const warnings = new Set<string>()

  const find = <Name extends DocumentCollection>(
    collection: Name,
    id: string,
  ): PublicDocument<Name> | undefined => {
    const document = index.get(collection, id)
    if (document) return recorder.document(document)
    recorder.absent({ collection, id })
    return undefined
  }

  const content: Content = {
    get today() {
      recorder.question(TODAY)
      return snapshot.today
    },
    get siteUrl() {
      recorder.question(SITE_URL)
      return siteUrl
    },
    get: find,
    bySlug: (collection, slug) => {
      recorder.question(slugThing(collection, slug))
      const id = index.bySlug(collection, slug)
      return id === undefined ? undefined : find(collection, id)
    },
    global: (name) => find(name, name)?.fields,
    list: (query) => {
      recorder.question(questionName({ ask: 'list', query }))
      return pageOf(index.all(query), query).flatMap((id) => find(query.collection, id) ?? [])
    },
    count: (query) => {
      recorder.question(questionName({ ask: 'count', query }))
      return index.all(query).length
    },
    hasAtLeast: (number, query) => {
      recorder.question(questionName({ ask: 'atLeast', number, query }))
      return index.all(query).length >= number
    },
    media: (id) => {
      const document = index.get('media', id)
      if (!document) {
        recorder.absent({ collection: 'media', id })
        return undefined
      }
      const { picture, files, fields } = describedPicture(document)
      recorder.noteFields(document, fields)
      for (const file of files) media.set(file.file, file)
      return picture
    },
    card: (text) => {
      const card = cardOf(text)
      cards.set(card.hash, { ...text, hash: card.hash })
      return cardPath(card)
    },
    linkTo: (reference) => addressOf(content, reference),
    warn: (message) => warnings.add(message),
    shared: <Part>(name: string, make: (content: Content) => Part) => {
      const part = sharedPart(snapshot, name, () => partOf(startReading(snapshot), make))
      recorder.include(part.reads)
      for (const file of part.media) media.set(file.file, file)
      for (const card of part.cards) cards.set(card.hash, card)
      for (const warning of part.warnings) warnings.add(warning)
      return part.value as Part
    },
  }
  return {
    content,
    mediaUsed: () => [...media.values()],
    cardsUsed: () => [...cards.values()],
    warnings: () => [...warnings],
    reads: () => recorder.reads(),
  }
}

function partOf(reading: Reading, make: (content: Content) => unknown): SharedPart {
  const value = make(reading.content)
  return {
    value,
    reads: reading.reads(),
    media: reading.mediaUsed(),
    cards: reading.cardsUsed(),
    warnings: reading.warnings(),
  }
}
