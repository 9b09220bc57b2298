import { describe, expect, test } from '@jest/globals'
import { isCrisisQuery } from './crisis-query.ts'

describe('isCrisisQuery', () => {
  test.each([
    'suicide',
    'Suicidal thoughts',
    'sucide',
    'suiside',
    'kill myself',
    'how to KILL  myself',
    'I don’t want to live',
    'i dont want to live anymore',
    'want to die',
    'self-harm',
    'overdose',
    'crisis',
    'crisis line',
  ])('knows that who types “%s” may need help at once', (query) => {
    expect(isCrisisQuery(query)).toBe(true)
  })

  test.each(['988', '9-8-8', '833 773 2445'])('knows the number “%s” of a crisis line', (query) => {
    expect(isCrisisQuery(query, ['988', '833-773-2445'])).toBe(true)
  })

  test.each(['', 'depression', 'decide', 'side effects', 'what does it cost', '98', '30 minutes'])(
    'leaves “%s” alone',
    (query) => {
      expect(isCrisisQuery(query, ['988', '833-773-2445'])).toBe(false)
    },
  )
})
