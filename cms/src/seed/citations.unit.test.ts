import { describe, expect, test } from '@jest/globals'
import type { LexicalNode } from './inline-text.ts'
import { isSourceKey, sourceKeys, sourceRow } from './sources.ts'
import type { SourceRow } from './sources.ts'
import { nodesOf, textOf } from './testing/prose.ts'
import { writtenContent } from './testing/written-content.ts'

type Citing = { source?: string }

/** Every key that a document cites: in the text, in blocks, and in the rows of its evidence and its treatments. */
function citedIn(fields: Record<string, unknown>): string[] {
  const nodes = nodesOf(fields).map((node) => (node.fields ?? {}) as Citing)
  const rows = [fields.evidence, fields.treatmentStatuses].flatMap((list) => (list ?? []) as Citing[])
  return [...nodes, ...rows].flatMap(({ source }) => (source === undefined ? [] : [source]))
}

const withSources = writtenContent.filter(({ fields }) => Array.isArray(fields.sources))

describe('the sources of the starter content', () => {
  test.each(withSources.map((document) => [document.name, document] as const))(
    '%s lists what it cites, and nothing else',
    (_, { fields }) => {
      const cited = citedIn(fields)
      expect(cited.filter((key) => !isSourceKey(key))).toEqual([])
      const listed = fields.sources as SourceRow[]
      expect(listed.map(({ key }) => key).sort()).toEqual([...new Set(cited)].sort())
      expect(listed).toEqual(listed.map(({ key }) => sourceRow(key)))
    },
  )

  test('are all cited somewhere', () => {
    const cited = new Set(withSources.flatMap(({ fields }) => citedIn(fields)))
    expect(sourceKeys.filter((key) => !cited.has(key))).toEqual([])
  })

  test('have an address wherever an identifier gives one', () => {
    const without = sourceKeys.map(sourceRow).filter(({ doi, pmid, url }: SourceRow) => (doi ?? pmid) && !url)
    expect(without).toEqual([])
  })

  test('get the address that their identifier stands for', () => {
    expect(sourceRow('anand2023').url).toBe('https://doi.org/10.1056/NEJMoa2302399')
    expect(sourceRow('zarate2012').url).toBe('https://pubmed.ncbi.nlm.nih.gov/22297150/')
    expect(sourceRow('ocdTrial')).toEqual({
      key: 'ocdTrial',
      title: 'Trial of ketamine for obsessive-compulsive disorder',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3799067/',
    })
  })

  test('stand next to every number of people', () => {
    const bare = writtenContent
      .filter(({ name }) => name !== 'pages:editorial-policy')
      .flatMap(({ name, fields }) => nodesOf(fields).flatMap((node) => unsourcedNumbers(name, node)))
    expect(bare).toEqual([])
  })
})

/** The children of a text that count people in 100 and cite nothing; the line before a list cites for the list. */
function unsourcedNumbers(document: string, { children }: LexicalNode): string[] {
  const siblings = (children ?? []) as LexicalNode[]
  return siblings.flatMap((node, index) => {
    if (!['paragraph', 'list'].includes(node.type) || !/\d in 100/.test(textOf(node))) return []
    const before = node.type === 'list' ? siblings.slice(Math.max(0, index - 1), index) : []
    return [node, ...before].some(citesSomething) ? [] : [`${document}: ${textOf(node)}`]
  })
}

function citesSomething(node: LexicalNode): boolean {
  return nodesOf(node).some(({ type }) => type === 'inlineBlock')
}
