import { CannotRender } from '../../content/cannot-render.ts'
import type { Content } from '../../content/content.ts'
import { formatRemark } from '../../content/remark.ts'
import { contactLink, type ContactLink } from './contact-link.ts'

/** A way to reach a crisis line; `label` says what the link does, for example “Call 988”. */
export type CrisisContact = ContactLink & { label: string; hint?: string | undefined }
export type CrisisLine = { name: string; description?: string | undefined; contacts: CrisisContact[] }
export type CrisisHelp = {
  heading: string
  introduction?: string | undefined
  lines: CrisisLine[]
  lastVerifiedOn?: string | undefined
}

const verbs = { call: 'Call', text: 'Text', chat: 'Chat at' } as const

/**
 * Where to get help in a crisis, as every page shows it.
 *
 * @returns undefined when nobody has filled it in yet, with a warning
 * @throws CannotRender when a number is not a number: a wrong link here could cost a life
 */
export function crisisHelp(content: Content): CrisisHelp | undefined {
  const crisis = content.global('crisis')
  if (!crisis?.lines.length) {
    content.warn(
      formatRemark({
        document: { collection: 'crisis', id: 'crisis', title: 'Crisis lines' },
        field: 'lines',
        reason: 'the crisis lines are not filled in, so no page shows where to get help. Fill them in.',
      }),
    )
    return undefined
  }
  const { heading, introduction, lastVerifiedOn } = crisis
  const lines = crisis.lines.map(({ name, description, contacts }) => ({
    name,
    description,
    contacts: contacts.map(({ kind, value, hint }) => {
      const link = contactLink(kind, value)
      if (!link)
        throw new CannotRender(
          { collection: 'crisis', id: 'crisis', title: heading },
          'lines',
          `“${value}” of “${name}” cannot be reached. Write a number that can be dialled, such as “988”, or a chat address that starts with https://.`,
        )
      return { ...link, label: `${verbs[kind]} ${link.text}`, hint }
    }),
  }))
  return { heading, introduction, lines, lastVerifiedOn }
}

/** The telephone numbers for the bar at the top of every page: the first of each of the first lines. */
export function quickestContacts({ lines }: CrisisHelp, count: number): CrisisContact[] {
  return lines
    .flatMap(({ contacts }) => contacts.find(({ href }) => href.startsWith('tel:')) ?? [])
    .slice(0, count)
}
