import { isReference, targetOf } from './reference.ts'
import { isSourceKey } from './sources.ts'
import type { Writing } from './writing.ts'

/** A node of a Lexical text, as Payload stores it. */
export type LexicalNode = { type: string; version: number; [key: string]: unknown }

const BOLD = 1
const ITALIC = 2
const MARKUP =
  /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[\^(?<source>[^\]]+)\]|\[(?<label>[^\]]+)\]\((?<target>[^)]+)\)/g

/**
 * Turns a line of text with light markup into Lexical nodes.
 *
 * Markup: `**bold**`, `*italic*`, `[label](article:slug)` or `[label](https://…)` for a link, `[^key]` for a citation.
 *
 * @throws Error when markup is left open, or a citation names no source
 */
export function inlineNodes(text: string, writing: Writing): LexicalNode[] {
  const nodes: LexicalNode[] = []
  let end = 0
  for (const match of text.matchAll(MARKUP)) {
    nodes.push(...plain(text.slice(end, match.index), text))
    end = match.index + match[0].length
    const { bold, italic, source, label, target } = match.groups ?? {}
    if (bold !== undefined) nodes.push(textNode(bold, BOLD))
    else if (italic !== undefined) nodes.push(textNode(italic, ITALIC))
    else if (source !== undefined) nodes.push(citationNode(source, writing))
    else if (label !== undefined && target !== undefined) nodes.push(linkNode(label, target, writing))
  }
  nodes.push(...plain(text.slice(end), text))
  return nodes
}

function plain(text: string, line: string): LexicalNode[] {
  if (/[*[\]]/.test(text)) throw new Error(`There is open markup in “${line}”.`)
  return text === '' ? [] : [textNode(text)]
}

function textNode(text: string, format = 0): LexicalNode {
  return { type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text }
}

function citationNode(source: string, writing: Writing): LexicalNode {
  if (!isSourceKey(source)) throw new Error(`No source has the key “${source}”.`)
  writing.cite(source)
  return { type: 'inlineBlock', version: 1, fields: { id: writing.nextId(), blockType: 'citation', source } }
}

function linkNode(label: string, target: string, writing: Writing): LexicalNode {
  return {
    type: 'link',
    version: 3,
    id: writing.nextId(),
    direction: null,
    format: '',
    indent: 0,
    fields: isReference(target)
      ? {
          linkType: 'internal',
          newTab: false,
          doc: { relationTo: targetOf(target).collection, value: writing.idOf(target) },
        }
      : { linkType: 'custom', newTab: false, url: target },
    children: [textNode(label)],
  }
}
