import { describe, expect, test } from '@jest/globals'
import { search } from './content/globals.ts'
import { textOfDocument, writtenIn } from './testing/written-content.ts'

const groups = search.synonyms.map(({ words }) => words.map((word) => word.toLowerCase()))
const texts = writtenIn('conditions', 'articles', 'faqs', 'pages')
  .map(textOfDocument)
  .join('\n')
  .toLowerCase()

describe('the words that mean the same', () => {
  test.each([
    ['Zoloft', 'sertraline'],
    ['Paxil', 'paroxetine'],
    ['Seroquel', 'quetiapine'],
    ['Latuda', 'lurasidone'],
    ['Lamictal', 'lamotrigine'],
    ['Depakote', 'valproate'],
    ['MDD', 'major depression'],
    ['nightmares', 'bad dreams'],
    ['flashbacks', 'reliving'],
    ['crying', 'low mood'],
    ['panic attack', 'anxiety'],
    ['shock therapy', 'ECT'],
    ['IV', 'infusion'],
    ['needle', 'shot'],
    ['breastfeeding', 'pregnant'],
    ['fasting', 'eat'],
    ['sessions', 'treatments'],
    ['insurance', 'cost'],
    ['military', 'veterans'],
    ['hallucinations', 'dissociation'],
  ])('lead from “%s”, as people say, to “%s”, as the texts say', (said, written) => {
    expect(groups.find((words) => words.includes(said.toLowerCase()))).toContain(written.toLowerCase())
    expect(texts).toContain(written.toLowerCase())
  })

  test('know “REMS”, so that it is not taken for “rTMS” with a typing error', () => {
    expect(groups.flat()).toContain('rems')
  })

  test('are in one group each, and each group has a word of the texts', () => {
    expect(groups.flat().filter((word, index, all) => all.indexOf(word) !== index)).toEqual([])
    expect(groups.filter((words) => !words.some((word) => texts.includes(word)))).toEqual([])
  })
})
