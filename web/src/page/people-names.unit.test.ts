import { expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { clinic } from '../../content/fixtures/globals.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { ownConflicts } from './people-names.ts'

test('an interest that is the clinic’s is not told a second time', () => {
  const { content } = startReading(fixtureSnapshot())
  expect(ownConflicts(content, clinic.fields.disclosureOfInterest)).toBeUndefined()
  expect(ownConflicts(content, 'Owns shares.')).toBe('Owns shares.')
  expect(ownConflicts(content, undefined)).toBeUndefined()
})
