import { describe, expect, test } from '@jest/globals'
import { crisis } from './content/globals.ts'
import { nodesOf, textOf } from './testing/prose.ts'
import { sentencesOf } from './testing/reading-level.ts'
import { textOfDocument, writtenContent, writtenIn } from './testing/written-content.ts'

const sentences = writtenContent.flatMap(({ name, prose }) =>
  prose.flatMap(({ where, text }) =>
    sentencesOf(text).map((sentence) => ({ place: `${name} ${where}: ${sentence}`, sentence })),
  ),
)

/** The sentences that match, with their places, for the message of a failed test. */
function sentencesWith(pattern: RegExp): string[] {
  return sentences.filter(({ sentence }) => pattern.test(sentence)).map(({ place }) => place)
}

const KETAMINE = /(?<![a-z])ketamine/i
const EITHER = /ketamine/i
const RISK =
  /dissociation|raised? (?:your )?blood pressure|rise in blood pressure|nausea|sleepy|sleepiness|slow(?: or weak| your)? breathing|misuse|manic|bladder|harm an unborn|suicidal thoughts and actions in young people/i

describe('the words of the starter content', () => {
  test('promise nothing', () => {
    expect(
      sentencesWith(
        /\b(?:miracles?|cure[sd]?|breakthroughs?|guarantee\w*|safe|safer|safest|safely|non-addictive)\b/i,
      ),
    ).toEqual([])
  })

  test('say “first”, “only” and “currently” with a date only', () => {
    expect(
      sentencesWith(/\b(?:first|only|currently)\b/i).filter((place) => !/\b(?:19|20)\d\d\b/.test(place)),
    ).toEqual([])
  })

  test('speak of people, not of cases', () => {
    expect(
      sentencesWith(
        /\b(?:addicts?|addicted|abusers?|substance abuse|suffers?|suffering|victims?|committed suicide|schizophrenics?|mentally ill)\b/i,
      ),
    ).toEqual([])
  })

  test('never call anything “FDA-approved”, which next to ketamine would mislead', () => {
    expect(sentencesWith(/FDA-approved/i)).toEqual([])
  })

  test('give no dose', () => {
    expect(sentencesWith(/\d\s*(?:mg|milligrams?|mcg|ml)\b/i)).toEqual([])
  })

  test('count out of 100, and use no percentages', () => {
    expect(sentencesWith(/%|\bper ?cent/i)).toEqual([])
    const denominators = sentences.flatMap(({ sentence }) =>
      [...sentence.matchAll(/\b\d+ (?:in|of|out of) (?:every )?(\d+)\b/g)].map(
        ([, denominator]) => denominator,
      ),
    )
    expect(denominators.length).toBeGreaterThan(50)
    expect(new Set(denominators)).toEqual(new Set(['100']))
  })
})

describe('a hard word', () => {
  const meanings: [word: RegExp, meaning: RegExp][] = [
    [/dissociation/i, /cut off/],
    [/\binfusions?\b/i, /a drip into a vein/],
    [/\bmania\b/i, /\bmood\b/],
    [/\bECT\b/, /electroconvulsive therapy/i],
    [/\bOCD\b/, /obsessive-compulsive disorder/i],
    [/\brTMS\b/, /magnetic/i],
    [/\bTRD\b/, /treatment-resistant depression/i],
    [/\bMADRS\b/, /\b(?:scale|score)\b/],
    [/\bREMS\b/, /safety program/],
  ]

  test.each(meanings)('%s is explained on every page that uses it', (word, meaning) => {
    const using = writtenIn('conditions', 'articles', 'faqs', 'pages')
      .map((document) => ({ name: document.name, text: textOfDocument(document) }))
      .filter(({ text }) => word.test(text))
    expect(using.length).toBeGreaterThan(0)
    expect(using.filter(({ text }) => !meaning.test(text)).map(({ name }) => name)).toEqual([])
  })
})

describe('what the starter content says of ketamine', () => {
  test.each(
    writtenContent
      .filter((document) => KETAMINE.test(textOfDocument(document)))
      .map((document) => [document.name, document] as const),
  )('%s says that its use is off-label', (_, document) => {
    expect(textOfDocument(document)).toMatch(/off-label/)
  })

  test.each(
    writtenIn('conditions', 'articles')
      .filter((document) => EITHER.test(textOfDocument(document)))
      .map((document) => [document.name, document] as const),
  )('%s has the disclosure that the FDA has not approved it', (_, document) => {
    expect(textOfDocument(document)).toMatch(/The FDA has not approved ketamine/i)
  })

  test.each(
    writtenIn('conditions', 'articles', 'faqs')
      .filter((document) => EITHER.test(textOfDocument(document)))
      .map((document) => [document.name, document] as const),
  )('%s names a risk', (_, document) => {
    expect(textOfDocument(document)).toMatch(RISK)
  })

  test('each condition has a section on risks that names those of both', () => {
    for (const { fields } of writtenIn('conditions')) {
      const risks = nodesOf(fields.risks).map(textOf).join(' ')
      expect(risks).toMatch(/dissociation/i)
      expect(risks).toMatch(/misused?/i)
      expect(risks).toMatch(/bladder/i)
    }
  })

  test('each condition names the standard options before ketamine', () => {
    for (const { fields } of writtenIn('conditions')) {
      const headings = nodesOf(fields.standardTreatments)
        .filter(({ type }) => type === 'heading')
        .map(textOf)
      expect(headings.length).toBeGreaterThan(1)
      expect(headings.findIndex((heading) => EITHER.test(heading))).toBe(headings.length - 1)
    }
  })

  test('esketamine is not said to prevent suicide', () => {
    const claims = sentences.filter(
      ({ sentence }) => /prevent suicide|reduce suicidal/i.test(sentence) && !/\bnot\b|\?$/.test(sentence),
    )
    expect(claims).toEqual([])
  })
})

describe('the numbers to call', () => {
  const known = ['911', '988', '833-773-2445', '617-863-8810']

  test('are those of the clinic and of the crisis lines, everywhere', () => {
    const numbers = sentences.flatMap(({ sentence }) => [
      ...(sentence.match(/\b\d{3}-\d{3}-\d{4}\b/g) ?? []),
      ...[...sentence.matchAll(/\b(?:call|text)(?: or text)? (\d[\d-]*)/gi)].map(([, number]) => number),
    ])
    expect(numbers.length).toBeGreaterThan(40)
    expect(numbers.filter((number) => !known.includes(number ?? ''))).toEqual([])
  })

  test('are right in the crisis block', () => {
    const contacts: unknown[] = crisis.lines.flatMap((line): unknown[] => line.contacts)
    expect(contacts).toEqual([
      { kind: 'call', value: '911' },
      { kind: 'call', value: '988', hint: 'Press 1 for veterans, press 2 for Spanish' },
      { kind: 'text', value: '988' },
      { kind: 'chat', value: 'https://988lifeline.org' },
      { kind: 'call', value: '833-773-2445' },
    ])
  })

  test('stand in a condition’s part on help, at all three levels', () => {
    for (const { fields } of writtenIn('conditions')) {
      const cards = nodesOf(fields.whenToGetHelp).filter(({ type }) => type === 'block')
      expect(cards.map((card) => (card.fields as { level: string }).level)).toEqual([
        'emergency',
        'urgent',
        'nonUrgent',
      ])
    }
  })
})
