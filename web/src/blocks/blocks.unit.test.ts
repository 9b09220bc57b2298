import { describe, expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { ids } from '../../content/fixtures/ids.ts'
import { block, heading, paragraph, richText } from '../../content/fixtures/lexical.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { renderRichText } from '../rich-text/rich-text.ts'
import { documentWith, placeOf, rendered } from '../rich-text/text-for-tests.ts'
import { iconArray } from './icon-array.ts'

const body = richText(paragraph('Text.'))

describe('callout', () => {
  test('has a heading one level below the one it stands under', () => {
    expect(rendered(heading(2, 'A'), heading(3, 'B'), block('callout', { title: 'Title', body }))).toContain(
      '<div class="callout"><h4 class="callout-title">Title</h4><p>Text.</p></div>',
    )
    expect(rendered(block('callout', { title: 'Title', body }))).toContain('<h2 class="callout-title">')
  })
})

describe('careCard', () => {
  test.each([
    ['nonUrgent', 'Not urgent', 'care-card-non-urgent'],
    ['urgent', 'Urgent', 'care-card-urgent'],
    ['emergency', 'Emergency', 'care-card-emergency'],
  ])('of the level %s says “%s” to those who cannot see its color', (level, name, className) => {
    const html = rendered(block('careCard', { level, heading: 'Call', body }))
    expect(html).toContain(`<div class="care-card ${className}">`)
    expect(html).toContain(`<span class="visually-hidden">${name}: </span>Call`)
  })

  test('of another level cannot be shown', () => {
    expect(() => rendered(block('careCard', { level: 'panic', heading: 'Call', body }))).toThrow('“panic”')
  })
})

describe('outcome', () => {
  const fields = {
    what: 'people who felt better',
    outOf: 100,
    group: { label: 'with it', count: 55 },
    comparison: { label: 'without it', count: 41 },
    source: 'label',
  }

  test('says both sides and the difference in words, and hides the picture from screen readers', () => {
    const html = rendered(block('outcome', fields))
    expect(html).toContain('<strong>55 in 100</strong> with it')
    expect(html).toContain('<strong>41 in 100</strong> without it')
    expect(html).toContain('Difference: 14 more in 100.')
    expect(html).toContain('href="#source_1"')
    expect(html.match(/<svg[^>]*aria-hidden="true"/g)).toHaveLength(2)
    expect(html).not.toContain('style=')
  })

  test.each([
    [41, 55, 'Difference: 14 fewer in 100.'],
    [41, 41, 'No difference: the same number in 100.'],
  ])('of %i against %i says “%s”', (group, comparison, sentence) => {
    const sides = { group: { label: 'a', count: group }, comparison: { label: 'b', count: comparison } }
    expect(rendered(block('outcome', { ...fields, ...sides }))).toContain(sentence)
  })

  test.each([101, -1, 2.5])('of %d in 100 cannot be shown', (count) => {
    expect(() => rendered(block('outcome', { ...fields, group: { label: 'with it', count } }))).toThrow(
      `${count} in 100`,
    )
  })
})

describe('iconArray', () => {
  /** How many heads a drawing shows: each line of them is as long as the steps between its first and its last. */
  const heads = (html: string) =>
    [...html.matchAll(/d="([^"]*)" stroke-width="3.6"/g)]
      .flatMap(([, path = '']) => [...path.matchAll(/h([\d.]+)/g)])
      .reduce((sum, [, length]) => sum + Math.floor(Number(length) / 10) + 1, 0)

  test.each([
    [55, 100],
    [0, 100],
    [100, 100],
    [3, 7],
    [250, 1000],
  ])('marks %i of %i figures', (count, outOf) => {
    const { html } = iconArray(count, outOf)
    const [rest = '', counted = ''] = html.split('<g class="icon-array-counted">')
    expect([heads(counted), heads(rest)]).toEqual([count, outOf - count])
  })
})

describe('treatmentStatus', () => {
  test.each([
    ['approved', 'FDA-approved for this use'],
    ['offLabel', 'Off-label: not FDA-approved for this use'],
    ['notRecommended', 'Not recommended for this use'],
  ])('%s is said in words', (status, words) => {
    const html = rendered(
      block('treatmentStatus', { treatment: 'Ketamine', use: 'pain', status, source: 'label' }),
    )
    expect(html).toContain('<strong>Ketamine</strong> for pain')
    expect(html).toContain(words)
    expect(html).toContain('href="#source_1"')
  })

  test('tells what its words mean one step away', () => {
    const html = rendered(block('treatmentStatus', { treatment: 'K', use: 'pain', status: 'offLabel' }))
    expect(html).toMatch(/<details><summary[^>]*>Off-label[^<]*<\/summary><p>The treatment is approved for/)
  })

  test('that is unknown cannot be shown', () => {
    expect(() => rendered(block('treatmentStatus', { treatment: 'K', use: 'x', status: 'maybe' }))).toThrow(
      '“maybe”',
    )
  })
})

describe('faqList', () => {
  test('shows questions with their answers, and cites their sources among the page’s own', () => {
    const html = rendered(heading(2, 'Questions'), block('faqList', { faqs: [ids.cost, ids.driving] }))
    expect(html).toContain('<div class="question" id="cost"><h3>What does it cost?</h3>')
    expect(html).toContain('href="#source_2"')
    expect(html).toContain('Reviewed by Jordan Reyes on September 20, 2026')
    expect(html).toContain('Starter content: not yet reviewed by a clinician')
  })

  test('with a heading puts the questions below it', () => {
    const html = rendered(block('faqList', { heading: 'People ask', faqs: [ids.cost] }))
    expect(html).toContain('<h2>People ask</h2><div class="question" id="cost"><h3>')
  })

  test('inside an answer is a list of links, so that no question shows itself', () => {
    expect(rendered(block('faqList', { faqs: [ids.driving] }))).toContain(
      '<li><a href="/faqs/memory/">Will it change my memory?</a></li>',
    )
  })

  test('leaves out a question that is not published, and warns', () => {
    const reading = startReading(fixtureSnapshot({ without: [`faqs:${ids.cost}`] }))
    const text = richText(block('faqList', { faqs: [ids.cost, ids.plain] }))
    const html = renderRichText(text, placeOf(documentWith(text), reading))?.markup.html
    expect(html).toContain('Can I bring a friend?')
    expect(html).not.toContain('cost')
    expect(reading.warnings()).toEqual([expect.stringContaining('a question that is not published')])
    expect(reading.warnings()[0]).toMatch(/Publish it, or take it out of the list\.$/)
  })
})
