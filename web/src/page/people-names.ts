import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Content } from '../../content/content.ts'
import { markup, type Markup } from './markup.ts'

/** A person or team as a page names them. */
export type NamedPerson = {
  kind: PublicDocument<'people'>['fields']['kind']
  name: string
  credentials?: string | undefined
  path?: string | undefined
}

/** The people behind ids; those who are not public are left out. */
export function namedPeople(content: Content, ids: readonly (string | undefined)[]): NamedPerson[] {
  return ids.flatMap((id) => {
    const person = id === undefined ? undefined : content.get('people', id)
    if (!person) return []
    const path = content.linkTo({ relationTo: 'people', value: person.id })?.path
    const { kind, name, credentials } = person.fields
    return [{ kind, name, credentials, path }]
  })
}

/** The names with credentials, as links where people have a page: “A, MD and B”, or “A, MD; B; and C”. */
export function peopleMarkup(people: readonly NamedPerson[]): Markup {
  const names = people.map(({ name, credentials, path }, index) => {
    const linked = path === undefined ? name : markup`<a href="${path}">${name}</a>`
    const before = wordsBefore(index, people.length, ';')
    return markup`${before}${linked}${credentials !== undefined && `, ${credentials}`}`
  })
  return markup`${names}`
}

/**
 * Names one after the other: “A and B”, or “A, B, and C”.
 *
 * @param comma between more than two of them; another mark where the names have commas themselves
 */
export function namesInWords(names: readonly string[], comma = ','): string {
  return names.map((name, index) => wordsBefore(index, names.length, comma) + name).join('')
}

function wordsBefore(index: number, count: number, comma: string): string {
  if (index === 0) return ''
  const isLast = index === count - 1
  return `${count > 2 ? comma : ''} ${isLast ? 'and ' : ''}`
}

/**
 * What somebody may gain from what they write or review.
 *
 * @param text as they have said it
 * @returns undefined where it is the clinic’s own interest, which every page tells in full
 */
export function ownConflicts(content: Content, text: string | undefined): string | undefined {
  return text === content.global('clinic')?.disclosureOfInterest ? undefined : text
}

/** What the people behind ids may gain from what they write or review, where they have said so; each person once. */
export function conflictsOf(
  content: Content,
  ids: readonly (string | undefined)[],
): { name: string; text: string }[] {
  return [...new Set(ids)].flatMap((id) => {
    const fields = id === undefined ? undefined : content.get('people', id)?.fields
    const text = ownConflicts(content, fields?.conflictsOfInterest)
    return fields && text !== undefined ? [{ name: fields.name, text }] : []
  })
}
