import { describe, expect, test } from '@jest/globals'
import { gradeOf, sentencesOf, wordsOf } from './testing/reading-level.ts'
import { writtenContent } from './testing/written-content.ts'

const MEDIAN_GRADE = 8
const HIGHEST_GRADE = 10
const WORDS_IN_A_SENTENCE = 25
const SENTENCES_IN_A_BLOCK = 4

const blocks = writtenContent.flatMap(({ name, prose }) =>
  prose
    .filter(({ kind }) => kind === 'text')
    .map(({ where, text }) => ({ place: `${name} ${where}`, text, grade: gradeOf(text) })),
)

/** The blocks that break a rule, worst first, as lines for the message of a failed test. */
function lines(found: readonly { place: string; text: string; grade: number }[]): string[] {
  return [...found]
    .sort((a, b) => b.grade - a.grade)
    .map(({ place, text, grade }) => `${grade.toFixed(1)} ${place}: ${text}`)
}

describe('gradeOf', () => {
  test('follows the formula of Flesch and Kincaid', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
    expect(gradeOf('The cat sat on the mat.')).toBeCloseTo(-1.45, 2)
  })

  test('rises with longer words and longer sentences', () => {
    const plain = gradeOf('It can help. It has risks.')
    expect(gradeOf('Administration necessitates individualized evaluation.')).toBeGreaterThan(plain + 10)
  })

  test('counts a number as a word with a syllable', () => {
    expect(gradeOf('We saw 41 of them.')).toBeCloseTo(gradeOf('We saw ten of them.'), 5)
  })
})

describe('the starter content', () => {
  test('has enough text for the measure to mean something', () => {
    expect(blocks.length).toBeGreaterThan(500)
    expect(blocks.every(({ grade }) => Number.isFinite(grade))).toBe(true)
  })

  test('reads at grade 8 or below in the middle of all blocks', () => {
    const grades = blocks.map(({ grade }) => grade).sort((a, b) => a - b)
    expect(grades[Math.floor(grades.length / 2)]).toBeLessThanOrEqual(MEDIAN_GRADE)
  })

  test('has no block above grade 10', () => {
    expect(lines(blocks.filter(({ grade }) => grade > HIGHEST_GRADE))).toEqual([])
  })

  test('has no sentence of more than 25 words', () => {
    const long = blocks.filter(({ text }) =>
      sentencesOf(text).some((sentence) => wordsOf(sentence).length > WORDS_IN_A_SENTENCE),
    )
    expect(lines(long)).toEqual([])
  })

  test('has no block of more than four sentences', () => {
    expect(lines(blocks.filter(({ text }) => sentencesOf(text).length > SENTENCES_IN_A_BLOCK))).toEqual([])
  })
})
