import type { RichTextNode } from '@careword/shared/public-document.ts'
import { isPage } from '../../content/address.ts'
import type { DocumentReference } from '../../content/content.ts'
import { shortened } from '../../content/shortened.ts'
import { markup, type Markup } from '../page/markup.ts'
import { cannotRender, warn, type Place } from './place.ts'
import { lineOf } from './plain-text.ts'

type LinkFields = { linkType?: string; url?: string; doc?: DocumentReference }

/** So much of a link's words names it to whoever wrote it. */
const NAME_LENGTH = 80

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:|sms:|#)/i

/**
 * Renders a link. One whose target is not on the site becomes plain text, with a warning: never a dead link.
 * “Open in a new tab” is not honoured: readers decide that for themselves.
 *
 * @throws CannotRender for an address that a browser would run, such as `javascript:`
 */
export function renderLink(node: RichTextNode, content: Markup[], place: Place): Markup {
  const fields = (node.fields ?? {}) as LinkFields
  const href =
    fields.linkType === 'internal' ? documentPath(fields.doc, place) : checked(fields.url ?? '', place)
  if (href !== undefined) return markup`<a href="${href}">${content}</a>`
  warn(
    place,
    `the link “${shortened(lineOf(node), NAME_LENGTH)}” leads to a page that is not on the site; it is shown as plain text.`,
  )
  return markup`${content}`
}

function documentPath(doc: DocumentReference | undefined, { page }: Place): string | undefined {
  return doc && page.content.linkTo(doc)?.path
}

function checked(url: string, place: Place): string | undefined {
  const { content } = place.page
  const address = url.trim()
  const path = address.startsWith(`${content.siteUrl}/`) ? address.slice(content.siteUrl.length) : address
  if (/^\/(?!\/)/.test(path)) return isPage(content, path) ? path : undefined
  if (SAFE_ADDRESS.test(address)) return address
  throw cannotRender(place, `it links to “${url}”, which is no address that a page can link to.`)
}
