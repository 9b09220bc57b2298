import { describe, expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { crisis } from '../../content/fixtures/globals.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { parseRemark } from '../../content/remark.ts'
import { crisisHelp, quickestContacts } from './crisis-help.ts'

describe('crisisHelp', () => {
  test('offers each way to reach each line', () => {
    const help = crisisHelp(startReading(fixtureSnapshot()).content)
    expect(help?.lines[1]?.contacts.map(({ label, href }) => [label, href])).toEqual([
      ['Call 988', 'tel:988'],
      ['Text 988', 'sms:988'],
      ['Chat at 988lifeline.org/chat', 'https://988lifeline.org/chat/'],
    ])
    expect(help && quickestContacts(help, 2).map(({ label }) => label)).toEqual(['Call 911', 'Call 988'])
  })

  test('stops at a number that is none, and names it', () => {
    const lines = [{ name: 'Line', contacts: [{ kind: 'call' as const, value: '988 press 1' }] }]
    const documents = [{ ...crisis, fields: { ...crisis.fields, lines } }]
    expect(() => crisisHelp(startReading(fixtureSnapshot({ documents })).content)).toThrow(
      expect.objectContaining({
        name: 'CannotRender',
        field: 'lines',
        reason: expect.stringContaining('988 press 1'),
      }),
    )
  })

  test('warns when nobody has filled it in', () => {
    const reading = startReading(fixtureSnapshot({ without: ['crisis:crisis'] }))
    expect(crisisHelp(reading.content)).toBeUndefined()
    expect(reading.warnings()).toEqual([expect.stringContaining('crisis lines are not filled in')])
    expect(parseRemark(reading.warnings()[0] ?? '')).toEqual({
      document: { collection: 'crisis', id: 'crisis', title: 'Crisis lines' },
      field: 'lines',
      reason: 'the crisis lines are not filled in, so no page shows where to get help. Fill them in.',
    })
  })
})
