import { describe, expect, test } from '@jest/globals'
import { contactLink, feedbackLink } from './contact-link.ts'

describe('contactLink', () => {
  test.each([
    ['call', '911', 'tel:911'],
    ['call', ' 833-773-2445 ', 'tel:8337732445'],
    ['call', '+1 (617) 555.0142', 'tel:+16175550142'],
    ['text', '988', 'sms:988'],
  ] as const)('dials the digits that it shows: %s %s', (kind, value, href) => {
    expect(contactLink(kind, value)).toEqual({ href, text: value.trim() })
  })

  test('shows a chat by its address', () => {
    expect(contactLink('chat', 'https://www.988lifeline.org/')).toEqual({
      href: 'https://www.988lifeline.org/',
      text: '988lifeline.org',
    })
  })

  test.each([
    ['call', '988, then press 1'],
    ['call', '988 (press 1)'],
    ['call', '1-800-HELP'],
    ['call', '--'],
    ['text', ''],
    ['chat', 'javascript:alert(1)'],
    ['chat', 'http://988lifeline.org'],
  ] as const)('refuses a %s to “%s”', (kind, value) => {
    expect(contactLink(kind, value)).toBeUndefined()
  })
})

describe('feedbackLink', () => {
  test.each([
    ['us@clinic.example', 'mailto:us@clinic.example'],
    ['https://clinic.example/feedback', 'https://clinic.example/feedback'],
  ])('leads to %s', (address, href) => {
    expect(feedbackLink(address)?.href).toBe(href)
  })

  test.each(['javascript:alert(1)', 'the front desk', 'a@b'])('refuses “%s”', (address) => {
    expect(feedbackLink(address)).toBeUndefined()
  })
})
