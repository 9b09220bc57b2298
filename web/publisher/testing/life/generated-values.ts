import type { DocumentCollection } from '@careword/shared/public-fields.ts'
import { fixtureId, ids } from '../../../content/fixtures/ids.ts'
import {
  block,
  cite,
  heading,
  link,
  linkTo,
  paragraph,
  picture,
  richText,
} from '../../../content/fixtures/lexical.ts'

/** Collections whose documents can be linked to. */
const linked = ['articles', 'conditions', 'faqs', 'pages', 'people', 'topics'] as const

const documentIds = Object.values(ids)
const createdIds = Array.from({ length: 6 }, (_, index) => fixtureId(0x900 + index))
const allIds = [...documentIds, ...createdIds]

const pick = <Item>(items: readonly Item[], number: number): Item => items[number % items.length] as Item
const some = (number: number) => allIds.filter((_, index) => (index * 7 + number) % 11 === 0)
const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + (number % 500), 12)).toISOString()
const words = (number: number) => `Text ${number % 7}`

const texts: readonly ((number: number) => ReturnType<typeof paragraph>[])[] = [
  (number) => [paragraph(words(number))],
  (number) => [paragraph('See ', linkTo(pick(linked, number), pick(allIds, number >> 3), 'this'), '.')],
  (number) => [paragraph('See ', link(pick(paths, number), 'this'), '.')],
  (number) => [block('faqList', { heading: words(number), faqs: some(number) })],
  (number) => [heading(2, 'One'), paragraph(words(number)), heading(2, 'Two'), heading(2, 'Three')],
  (number) => [picture(pick([ids.path, ids.portrait, ids.small], number))],
  (number) => [block('callout', { title: words(number), body: richText(paragraph('Mind this.')) })],
  // No page can show it unless the document has that source.
  (number) => [paragraph(words(number), cite('label'))],
]
const paths = ['/articles/page/1/', '/articles/page/2/', '/slug-1/', '/articles/slug-2/', '/faqs/slug-3/']
const text = (number: number) => richText(...pick(texts, number)(number >> 3))

/** No page can show it: no document has such a source. */
export const BROKEN_TEXT = richText(paragraph('As was found.', cite('found-nowhere')))

/** A text that every page can show. */
export function plainText(number: number) {
  return richText(paragraph(words(number)))
}

/** What each field may become; `undefined` leaves it out. */
const fields: Record<string, (number: number) => unknown> = {
  title: words,
  name: words,
  question: words,
  summary: words,
  description: words,
  abbreviation: (number) => (number % 2 === 0 ? undefined : words(number)),
  slug: (number) => `slug-${number % 40}`,
  body: text,
  answer: text,
  bio: text,
  overview: text,
  risks: text,
  hero: (number) => pick([undefined, ids.path, ids.portrait, ids.small], number),
  photo: (number) => pick([undefined, ids.portrait, ids.small], number),
  conditions: some,
  topics: some,
  related: some,
  authors: some,
  topic: (number) => pick(allIds, number),
  reviewer: (number) => pick(allIds, number),
  lastReviewed: day,
  reviewDue: day,
  publishedAt: (number) => (number % 5 === 0 ? undefined : day(number)),
  starterContent: (number) => number % 2 === 0,
  order: (number) => number % 4,
  seo: (number) => ({ title: words(number), image: ids.path }),
  changeNotes: (number) => [{ date: day(number), kind: 'major', text: words(number) }],
  keyPoints: (number) => [{ point: words(number) }],
  alt: words,
  credit: words,
  contentHash: words,
  focalX: (number) => number % 100,
  from: (number) => `/slug-${number % 5}/`,
  to: (number) =>
    number % 2 === 0
      ? { type: 'custom', url: pick(paths, number >> 1) }
      : {
          type: 'reference',
          reference: { relationTo: pick(linked, number), value: pick(allIds, number >> 3) },
        },
  telephone: (number) => `617-555-010${number % 10}`,
  disclosureOfInterest: words,
  timeZone: (number) => pick(['America/New_York', 'Asia/Tokyo'], number),
  heading: words,
  lastVerifiedOn: day,
  header: (number) => [
    { label: words(number), link: { kind: 'section', section: '/faqs/' } },
    {
      label: 'Here',
      link: { kind: 'document', document: { relationTo: 'pages', value: pick(allIds, number) } },
    },
  ],
  synonyms: (number) => [{ words: [words(number)] }],
}

/** The name of a field that documents of a collection have, and a value for it. */
export function generatedField(
  names: readonly string[],
  which: number,
  number: number,
): readonly [name: string, value: unknown] {
  const known = names.filter((name) => name in fields)
  const name = pick(known, which)
  return [name, fields[name]?.(number)]
}

/** The key of a document that may not be there yet. */
export function generatedKey(number: number): string {
  const collections: readonly DocumentCollection[] = [...linked, 'redirects']
  return `${pick(collections, number)}:${pick(createdIds, number >> 3)}`
}

/** The first of these fields that holds a rich text. */
export function richTextField(names: readonly string[]): string | undefined {
  return names.find((name) => fields[name] === text)
}
