import { CannotRender } from '../../content/cannot-render.ts'
import type { Content } from '../../content/content.ts'
import { contactLink, type ContactLink } from './contact-link.ts'

/**
 * The clinic's telephone number.
 *
 * @returns undefined when there is none
 * @throws CannotRender when it is no number
 */
export function telephoneOf(content: Content): ContactLink | undefined {
  const clinic = content.global('clinic')
  if (clinic?.telephone === undefined) return undefined
  const link = contactLink('call', clinic.telephone)
  if (link) return link
  throw new CannotRender(
    { collection: 'clinic', id: 'clinic', title: clinic.name },
    'telephone',
    `“${clinic.telephone}” is no telephone number that can be dialled. Write it as in “+1 (617) 555-0142”.`,
  )
}
