import { toWords } from 'payload'
import type { Block, Field } from 'payload'
import type { Node } from './walk.ts'

/** What documents that blocks refer to are called, by id. */
export type Titles = ReadonlyMap<string, string>

/**
 * A text in which each block is spelled out: its name, then a paragraph for each field that says something. Payload’s
 * comparison of versions shows of a block only what kind it is, so that nobody would see which number was changed.
 *
 * @param value a rich text as it is stored; anything else is given back as it is
 */
export function spelledOut(value: unknown, blocks: readonly Block[], titles: Titles): unknown {
  const root = isNode(value) ? value.root : undefined
  if (!isNode(value) || !isNode(root)) return value
  return { ...value, root: { ...root, children: spellOut(root.children, blocks, titles) } }
}

function spellOut(children: unknown, blocks: readonly Block[], titles: Titles): Node[] {
  const nodes = Array.isArray(children) ? children.filter(isNode) : []
  return nodes.flatMap((node) => {
    const fields = isNode(node.fields) ? node.fields : {}
    if (node.type === 'inlineBlock')
      return [words(` [${typeof fields.source === 'string' ? fields.source : ''}]`)]
    if (node.type !== 'block')
      return [node.children ? { ...node, children: spellOut(node.children, blocks, titles) } : node]
    const block = blocks.find(({ slug }) => slug === fields.blockType)
    if (!block) return [node]
    const name = typeof block.labels?.singular === 'string' ? block.labels.singular : toWords(block.slug)
    const lines = linesOf(block.fields, fields, { blocks, titles, within: '' })
    return [paragraph([words(name, BOLD)]), ...lines]
  })
}

type Setting = { blocks: readonly Block[]; titles: Titles; within: string }

function linesOf(fields: readonly Field[], data: Node, setting: Setting): Node[] {
  return fields.flatMap((field) => {
    if (field.type === 'row') return linesOf(field.fields, data, setting)
    if (!('name' in field) || field.type === 'ui') return []
    const value = data[field.name]
    const label = `${setting.within}${labelOf(field)}`
    if (field.type === 'group')
      return linesOf(field.fields, isNode(value) ? value : {}, { ...setting, within: `${label}, ` })
    if (field.type === 'richText') {
      const root = isNode(value) && isNode(value.root) ? value.root : {}
      return spellOut(root.children, setting.blocks, setting.titles)
    }
    const said = saidBy(field, value, setting.titles)
    return said === '' ? [] : [paragraph([words(`${label}: ${said}`)])]
  })
}

function saidBy(field: Field, value: unknown, titles: Titles): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((one) => saidBy(field, one, titles)).join('; ')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (field.type === 'relationship') return titles.get(text) ?? text
  if (field.type !== 'select') return text
  const option = field.options.find((one) => typeof one === 'object' && one.value === text)
  return typeof option === 'object' && typeof option.label === 'string' ? option.label : text
}

function labelOf(field: Field & { name: string }): string {
  return 'label' in field && typeof field.label === 'string' ? field.label : toWords(field.name)
}

const BOLD = 1

function words(text: string, format = 0): Node {
  return { type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text }
}

function paragraph(children: Node[]): Node {
  const look = { direction: null, format: '', indent: 0, textFormat: 0, textStyle: '' }
  return { type: 'paragraph', version: 1, ...look, children }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
