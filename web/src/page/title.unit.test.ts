import { expect, test } from '@jest/globals'
import { titleWithClinic } from './title.ts'

test('the clinic’s name stands behind the title where there is room', () => {
  expect(titleWithClinic('PTSD', 'Clinic')).toBe('PTSD | Clinic')
  expect(titleWithClinic('Clinic', 'Clinic')).toBe('Clinic')
  expect(titleWithClinic('PTSD', undefined)).toBe('PTSD')
  const long = 'x'.repeat(65)
  expect(titleWithClinic(long, 'Clinic')).toBe(long)
})
