import type { Content } from '../../content/content.ts'
import { feedbackLink } from './contact-link.ts'

/** The file must say until when it holds; less than a year is recommended (RFC 9116). */
const MONTHS_AHEAD = 7

/** Whom to tell of a weakness of the site. It changes with the month and not with the day. */
export function securityText(content: Content): string {
  const address = content.global('clinic')?.feedbackAddress
  const contact = address === undefined ? undefined : feedbackLink(address)?.href
  const [year, month] = content.today.split('-').map(Number)
  const expires = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 + MONTHS_AHEAD, 1)).toISOString()
  return [
    `Contact: ${contact ?? `${content.siteUrl}/`}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${content.siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
