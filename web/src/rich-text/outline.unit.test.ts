import { describe, expect, test } from '@jest/globals'
import type { HeadingLevel } from '../page/heading.ts'
import { Outline } from './outline.ts'

function levels(under: HeadingLevel, authored: number[]): number[] {
  const outline = new Outline(under)
  return authored.map((level) => outline.enter(level))
}

describe('Outline', () => {
  test.each<[string, HeadingLevel, number[], number[]]>([
    ['as the author chose them, under a title', 1, [2, 3, 3, 4, 2], [2, 3, 3, 4, 2]],
    ['one deeper, under a section', 2, [2, 3, 2], [3, 4, 3]],
    ['without a gap, when the author began too deep', 1, [3, 2, 4], [2, 2, 3]],
    ['without a gap, when the author skipped one', 1, [2, 4, 3], [2, 3, 3]],
    ['never below the sixth', 5, [2, 3, 4], [6, 6, 6]],
  ])('gives levels %s', (_, under, authored, rendered) => {
    expect(levels(under, authored)).toEqual(rendered)
  })
})
