import { expect, test } from '@jest/globals'
import { block, bold, bullets, heading, linkTo, paragraph, richText } from '../../content/fixtures/lexical.ts'
import { plainText } from './plain-text.ts'

test('plain text has the words of a text with single spaces, ends each of its parts, and leaves out blocks', () => {
  const text = richText(
    heading(2, 'Title'),
    paragraph('One ', bold('two'), ', ', linkTo('pages', 'x', 'three'), '.'),
    bullets('a', 'b'),
    block('callout', { title: 'Callout' }),
  )
  expect(plainText(text)).toBe('Title. One two, three. a; b.')
  expect(
    plainText(richText(paragraph('Risks:'), bullets('You fall.', 'Sleep'), paragraph('Ask “why?”'))),
  ).toBe('Risks: You fall. Sleep. Ask “why?”')
  expect(plainText(undefined)).toBe('')
})
