import { expect, test } from '@jest/globals'
import { visitNotes } from './visit-notes.ts'

test('notes for a visit list the chosen questions under their titles, and no empty title', () => {
  const groups = [
    { title: 'Risks', questions: ['Which?', 'How long?'] },
    { title: 'Cost', questions: [] },
    { title: 'My own', questions: ['May I bring my dog?'] },
  ]
  expect(visitNotes(groups)).toBe(
    'My visit\n\nRisks\n[ ] Which?\n[ ] How long?\n\nMy own\n[ ] May I bring my dog?\n',
  )
})
