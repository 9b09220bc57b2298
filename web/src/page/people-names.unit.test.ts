import { describe, expect, test } from '@jest/globals'
import { startReading } from '../../content/content.ts'
import { clinic } from '../../content/fixtures/globals.ts'
import { fixtureSnapshot } from '../../content/fixtures/snapshot.ts'
import { namesInWords, ownConflicts, peopleMarkup, type NamedPerson } from './people-names.ts'

test('an interest that is the clinic’s is not told a second time', () => {
  const { content } = startReading(fixtureSnapshot())
  expect(ownConflicts(content, clinic.fields.disclosureOfInterest)).toBeUndefined()
  expect(ownConflicts(content, 'Owns shares.')).toBe('Owns shares.')
  expect(ownConflicts(content, undefined)).toBeUndefined()
})

describe('the names of people', () => {
  const ann: NamedPerson = { kind: 'person', name: 'Ann Bell', credentials: 'PhD' }
  const sam: NamedPerson = { kind: 'person', name: 'Sam Lee', credentials: 'MD, psychiatrist', path: '/s/' }
  const team: NamedPerson = { kind: 'team', name: 'Editorial team' }

  test.each([
    [[ann], 'Ann Bell'],
    [[ann, sam], 'Ann Bell and Sam Lee'],
    [[ann, sam, team], 'Ann Bell, Sam Lee, and Editorial team'],
  ])('stand one after the other as a sentence says them', (people, words) => {
    expect(namesInWords(people.map(({ name }) => name))).toBe(words)
  })

  test('can be told apart from what stands behind each of them', () => {
    expect(peopleMarkup([sam]).html).toBe('<a href="/s/">Sam Lee</a>, MD, psychiatrist')
    expect(peopleMarkup([ann, sam, team]).html).toBe(
      'Ann Bell, PhD; <a href="/s/">Sam Lee</a>, MD, psychiatrist; and Editorial team',
    )
    expect(peopleMarkup([ann, team]).html).toBe('Ann Bell, PhD and Editorial team')
  })
})
