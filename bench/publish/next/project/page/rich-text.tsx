import type { ReactNode } from 'react'
import type { PublicFields, RichText, RichTextNode } from '@careword/shared/public-document.ts'
import type { Site } from './documents.ts'

type Sources = NonNullable<PublicFields<'articles'>['sources']>
type Scope = { site: Site; sources: Sources }

const BOLD = 1
const ITALIC = 2

/** The text of an article as React elements, with what Careword's own rendering shows of it. */
export function Text({ text, scope }: { text: RichText; scope: Scope }) {
  return <>{text.root.children.map((node, index) => blockOf(node, index, scope))}</>
}

/** The id of a heading, for links to it. */
export function anchorOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

/** The words of a node. */
export function wordsOf(node: RichTextNode): string {
  return typeof node.text === 'string' ? node.text : childrenOf(node).map(wordsOf).join('')
}

export function childrenOf(node: RichTextNode): RichTextNode[] {
  return Array.isArray(node.children) ? (node.children as RichTextNode[]) : []
}

function blockOf(node: RichTextNode, key: number, scope: Scope): ReactNode {
  const inline = () => childrenOf(node).map((child, index) => inlineOf(child, index, scope))
  switch (node.type) {
    case 'paragraph':
      return <p key={key}>{inline()}</p>
    case 'quote':
      return <blockquote key={key}>{inline()}</blockquote>
    case 'heading': {
      const id = anchorOf(wordsOf(node))
      return node.tag === 'h2' ? (
        <h2 key={key} id={id}>
          {inline()}
        </h2>
      ) : (
        <h3 key={key} id={id}>
          {inline()}
        </h3>
      )
    }
    case 'list': {
      const items = childrenOf(node).map((item, index) => (
        <li key={index}>{childrenOf(item).map((child, place) => inlineOf(child, place, scope))}</li>
      ))
      return node.tag === 'ol' ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
    }
    case 'block':
      return <Callout key={key} fields={node.fields as CalloutFields} scope={scope} />
    default:
      throw new Error(`There is no rendering for “${node.type}”.`)
  }
}

type CalloutFields = { title: string; body: RichText }

function Callout({ fields: { title, body }, scope }: { fields: CalloutFields; scope: Scope }) {
  return (
    <aside className="callout" aria-label={title}>
      <p className="callout-title">{title}</p>
      <Text text={body} scope={scope} />
    </aside>
  )
}

function inlineOf(node: RichTextNode, key: number, scope: Scope): ReactNode {
  switch (node.type) {
    case 'text': {
      const format = Number(node.format)
      if (format & BOLD) return <strong key={key}>{String(node.text)}</strong>
      if (format & ITALIC) return <em key={key}>{String(node.text)}</em>
      return String(node.text)
    }
    case 'link':
      return (
        <a key={key} href={addressOf(node.fields as LinkFields, scope)}>
          {childrenOf(node).map((child, index) => inlineOf(child, index, scope))}
        </a>
      )
    case 'inlineBlock': {
      const { source } = node.fields as { source: string }
      const number = scope.sources.findIndex((each) => each.key === source) + 1
      return (
        <sup key={key}>
          <a href={`#source_${number}`} aria-label={`Source ${number}`}>
            {number}
          </a>
        </sup>
      )
    }
    default:
      throw new Error(`There is no rendering for “${node.type}”.`)
  }
}

type LinkFields = { linkType: string; url?: string; doc?: { relationTo: string; value: string } }

function addressOf({ url, doc }: LinkFields, { site }: Scope): string | undefined {
  return doc ? site.links[`${doc.relationTo}:${doc.value}`]?.path : url
}
