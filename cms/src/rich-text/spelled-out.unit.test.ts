import { describe, expect, test } from '@jest/globals'
import { callout } from '../blocks/callout.ts'
import { careCard } from '../blocks/care-card.ts'
import { faqList } from '../blocks/faq-list.ts'
import { outcome } from '../blocks/outcome.ts'
import { words } from '../testing/rich-text.ts'
import { spelledOut } from './spelled-out.ts'
import { walkRichText } from './walk.ts'

describe('spelledOut', () => {
  test('names each number of an outcome by its labels', () => {
    const fields = {
      what: 'people who felt better',
      outOf: 100,
      group: { label: 'with ketamine', count: 45 },
    }
    expect(wordsOf(textWith('outcome', fields))).toEqual([
      'Outcome in numbers',
      'What is counted: people who felt better',
      'Out of: 100',
      'With the treatment, Label: with ketamine',
      'With the treatment, Count: 45',
    ])
  })

  test('names a choice as the form does, and leaves the text of a block as it is', () => {
    const fields = { level: 'urgent', heading: 'Get help', body: words('Call today.') }
    expect(wordsOf(textWith('careCard', fields))).toEqual([
      'Care card',
      'Level: Urgent – get help today',
      'Heading: Get help',
      'Call today.',
    ])
  })

  test('calls questions by their titles', () => {
    expect(wordsOf(textWith('faqList', { faqs: ['a', 'b'] }))).toEqual([
      'List of questions',
      'Questions: Does it hurt?; b',
    ])
  })

  test('says which source a citation names', () => {
    const citation = { type: 'inlineBlock', fields: { blockType: 'citation', source: 'anand2023' } }
    expect(wordsOf(text([{ type: 'paragraph', children: [citation] }]))).toEqual([' [anand2023]'])
  })

  test('leaves all else as it is', () => {
    for (const value of [undefined, null, 'no text', words('Words.'), textWith('unknown', {})])
      expect(spelledOut(value, [callout], new Map())).toEqual(value)
  })
})

const text = (children: object[]) => ({ root: { type: 'root', children } })
const textWith = (blockType: string, fields: object) =>
  text([{ type: 'block', fields: { blockType, ...fields } }])

function wordsOf(value: unknown): string[] {
  const blocks = [callout, careCard, faqList, outcome]
  const found: string[] = []
  walkRichText(spelledOut(value, blocks, new Map([['a', 'Does it hurt?']])), ({ type, text: said }) => {
    if (type === 'text') found.push(String(said))
  })
  return found
}
