import type { PayloadRequest } from 'payload'
import { walkRichText } from '../rich-text/walk.ts'
import type { Node } from '../rich-text/walk.ts'
import type { Problem, TextField } from './problem.ts'
import { publicAmong } from './public-documents.ts'
import type { Target } from './public-documents.ts'
import { isWebAddress } from './web-address.ts'

const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:|sms:|\/(?!\/)|#)/i

type Link = { text: string; field: TextField; url?: string; target?: Target }

/** Links to addresses that a browser would run or that lead nowhere, such as `javascript:`. */
export function unsafeLinkProblems(texts: TextField[]): Problem[] {
  return linksIn(texts).flatMap(({ text, field, url }) =>
    url === undefined || SAFE_ADDRESS.test(url.trim())
      ? []
      : [
          {
            path: field.path,
            label: field.label,
            message: `The link “${text}” in “${field.label}” leads to “${url}”, which is no address that a page can link to. Use one that starts with https://, mailto: or tel:.`,
          },
        ],
  )
}

/** Links to web addresses that no browser can open, such as one with a letter in its port. */
export function brokenLinkProblems(texts: TextField[]): Problem[] {
  return linksIn(texts).flatMap(({ text, field, url }) =>
    url === undefined || !/^https?:/i.test(url.trim()) || isWebAddress(url.trim())
      ? []
      : [
          {
            path: field.path,
            label: field.label,
            message: `The link “${text}” in “${field.label}” leads to “${url}”, which no browser can open. Write a full web address that starts with https://.`,
          },
        ],
  )
}

/**
 * Links to documents that the public cannot read.
 *
 * @param id of the document that the texts belong to; it may link to itself
 */
export async function deadLinkProblems(
  req: PayloadRequest,
  id: string,
  texts: TextField[],
): Promise<Problem[]> {
  const links = linksIn(texts).flatMap(({ target, ...link }) =>
    target && target.id !== id ? [{ ...link, target }] : [],
  )
  const isPublic = await publicAmong(
    req,
    links.map(({ target }) => target),
  )
  return links
    .filter(({ target }) => !isPublic(target))
    .map(({ text, field }) => ({
      path: field.path,
      label: field.label,
      message: `The link “${text}” in “${field.label}” leads to a document that is not published. Publish that one first, or remove the link.`,
    }))
}

function linksIn(texts: TextField[]): Link[] {
  return texts.flatMap((field) => {
    const links: Link[] = []
    walkRichText(field.value, (node) => {
      if (node.type === 'link' || node.type === 'autolink') links.push(readLink(node, field))
    })
    return links
  })
}

function readLink(node: Node, field: TextField): Link {
  const { linkType, url, doc } = (node.fields ?? {}) as {
    linkType?: string
    url?: string
    doc?: { relationTo: string; value: string | { id: string } } | null
  }
  const link = { text: textOf(node), field }
  if (linkType !== 'internal') return { ...link, url: url ?? '' }
  if (!doc) return link
  return {
    ...link,
    target: { collection: doc.relationTo, id: typeof doc.value === 'string' ? doc.value : doc.value.id },
  }
}

function textOf(node: Node): string {
  let text = ''
  walkRichText(node.children, (inner) => {
    if (typeof inner.text === 'string') text += inner.text
  })
  return text
}
