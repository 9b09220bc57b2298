import { describe, expect, test } from '@jest/globals'
import { elekt, label, steps } from '../../content/fixtures/sources.ts'
import { SourceList } from './source-list.ts'
import { sourceMarkup } from './source-markup.ts'

describe('SourceList', () => {
  test('numbers the sources of the page’s own document first, in its order', () => {
    const sources = new SourceList()
    const page = { id: 'p', fields: { sources: [steps, label] } }
    sources.add(page)
    expect(sources.cite(page, 'label')).toBe(2)
    expect(sources.cite(page, 'steps')).toBe(1)
  })

  test('gives one number to a source that two documents share under different names', () => {
    const sources = new SourceList()
    const page = { id: 'p', fields: { sources: [elekt] } }
    const question = { id: 'q', fields: { sources: [{ ...elekt, key: 'anand' }, label] } }
    sources.add(page)
    expect(sources.cite(question, 'anand')).toBe(1)
    expect(sources.cite(question, 'label')).toBe(2)
    expect(sources.all).toHaveLength(2)
  })

  test('tells sources apart that can be read at one address, such as the start page of an agency', () => {
    const at = { url: 'https://www.ptsd.va.gov/' }
    const [patients, medicines] = [
      { ...at, key: 'center', title: 'Information on PTSD' },
      { ...at, key: 'guide', title: 'Guide to Medications for PTSD' },
    ]
    const sources = new SourceList()
    const page = { id: 'p', fields: { sources: [patients, medicines] } }
    sources.add(page)
    expect([sources.cite(page, 'center'), sources.cite(page, 'guide')]).toEqual([1, 2])
    expect(sources.cite({ id: 'q', fields: { sources: [{ ...medicines, key: 'other' }] } }, 'other')).toBe(2)
  })

  test('knows which sources the text refers to, and where it does so first', () => {
    const sources = new SourceList()
    sources.add({ id: 'p', fields: { sources: [steps, label] } })
    expect([sources.noteCitation(2), sources.noteCitation(2)]).toEqual([true, false])
    expect([sources.isCited(1), sources.isCited(2)]).toEqual([false, true])
  })

  test('knows no source that the document does not list', () => {
    expect(new SourceList().cite({ id: 'p', fields: {} }, 'elekt')).toBeUndefined()
  })
})

describe('sourceMarkup', () => {
  test('links to no address that is none', () => {
    const source = { key: 'a', title: 'A trial', url: 'https://doi.org:10.1056/NEJMoa1' }
    expect(sourceMarkup(source).html.trim()).toBe('<cite>A trial.</cite>')
  })

  test('names who, what, where and when, and links to where it can be read', () => {
    expect(sourceMarkup(elekt).html).toBe(
      'Anand A, Mathew SJ, Sanacora G, et al. <cite>Ketamine versus ECT for nonpsychotic treatment-resistant major depression.</cite> New England Journal of Medicine, 2023. <a href="https://doi.org/10.1056/NEJMoa2302399">doi:10.1056/NEJMoa2302399</a> <a href="https://pubmed.ncbi.nlm.nih.gov/37224232/">PubMed 37224232</a>',
    )
  })

  test('takes a DOI that was pasted as an address', () => {
    const source = { key: 'k', title: 'T', doi: 'https://doi.org/10.1/x' }
    expect(sourceMarkup(source).html).toContain('<a href="https://doi.org/10.1/x">doi:10.1/x</a>')
  })

  test('makes no link of an address that is not one of the web', () => {
    expect(sourceMarkup({ key: 'k', title: 'T', url: 'javascript:alert(1)' }).html).toBe('<cite>T.</cite>')
  })

  test('calls a paper in PubMed Central by its number there, as others have the same host', () => {
    const at = (url: string) => sourceMarkup({ key: 'k', title: 'T', url }).html
    expect(at('https://pmc.ncbi.nlm.nih.gov/articles/PMC3799067/')).toContain('>PMC3799067</a>')
    expect(at('https://pmc.ncbi.nlm.nih.gov/about/')).toContain('>pmc.ncbi.nlm.nih.gov</a>')
    expect(at('https://example.org/PMC3799067')).toContain('>example.org</a>')
  })

  test('leaves out an address that only repeats the number in PubMed', () => {
    const source = { key: 'k', title: 'T', pmid: '24740528' }
    for (const url of [
      'https://pubmed.ncbi.nlm.nih.gov/24740528/',
      'https://pubmed.ncbi.nlm.nih.gov/24740528',
    ])
      expect(sourceMarkup({ ...source, url }).html.match(/<a /g)).toHaveLength(1)
    const other = { ...source, url: 'https://pubmed.ncbi.nlm.nih.gov/1/' }
    expect(sourceMarkup(other).html.match(/<a /g)).toHaveLength(2)
  })

  test('leaves out an address that only repeats the DOI', () => {
    const source = { key: 'k', title: 'T', doi: '10.1/x', url: 'https://www.doi.org/10.1/x' }
    expect(sourceMarkup(source).html.match(/<a /g)).toHaveLength(1)
  })
})
