import type { Content } from '../../content/content.ts'
import { crisisHelp } from '../page/crisis-help.ts'
import { escapeInline } from './escape.ts'

/** Where to get help in a crisis, as one paragraph; none when nobody has filled it in yet. */
export function crisisLine(content: Content): string[] {
  const crisis = crisisHelp(content)
  if (!crisis) return []
  const lines = crisis.lines.map(({ name, contacts }) => {
    const ways = contacts.map(({ label, hint }) => (hint === undefined ? label : `${label} (${hint})`))
    return `> - ${escapeInline(`${name}: ${ways.join(', ')}`)}`
  })
  return [[`> **${escapeInline(crisis.heading)}**`, '>', ...lines].join('\n')]
}
