import { describe, expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { securityText } from './security-text.ts'

const textOn = (today: string) => securityText(startReading({ ...fixtureSnapshot(), today }).content)

describe('securityText', () => {
  test('names whom to tell, and until when that holds', () => {
    expect(textOn('2026-11-23')).toBe(
      [
        'Contact: mailto:feedback@harborstreet.example',
        'Expires: 2027-06-01T00:00:00.000Z',
        'Preferred-Languages: en',
        'Canonical: https://learn.example.org/.well-known/security.txt',
        '',
      ].join('\n'),
    )
  })

  test('changes with the month, not with the day', () => {
    expect(textOn('2026-11-01')).toBe(textOn('2026-11-30'))
    expect(textOn('2026-12-01')).toContain('Expires: 2027-07-01')
  })
})
