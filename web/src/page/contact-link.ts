/** A way to reach somebody: what is shown and where it leads, made from one value. */
export type ContactLink = { href: string; text: string }

export type ContactKind = 'call' | 'text' | 'chat'

/** Nothing but a number: words in it (“988, then press 1”) would put wrong digits into the link. */
const TELEPHONE = /^\+?[\d\s().-]+$/

/**
 * The link for a telephone number or a chat address.
 *
 * @returns undefined when the value is no number, or no https address for a chat
 */
export function contactLink(kind: ContactKind, value: string): ContactLink | undefined {
  const shown = value.trim()
  if (kind === 'chat') {
    if (!/^https:\/\/[^\s/]+/.test(shown)) return undefined
    return { href: shown, text: shown.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '') }
  }
  if (!TELEPHONE.test(shown) || !/\d/.test(shown)) return undefined
  const scheme = kind === 'call' ? 'tel' : 'sms'
  return { href: `${scheme}:${shown.replace(/[^+\d]/g, '')}`, text: shown }
}

/** The link for an e-mail address or a web page. @returns undefined when it is neither */
export function feedbackLink(address: string): ContactLink | undefined {
  const shown = address.trim()
  if (/^https:\/\/\S+$/.test(shown)) return { href: shown, text: shown.replace(/^https:\/\//, '') }
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(shown)) return { href: `mailto:${shown}`, text: shown }
  return undefined
}
