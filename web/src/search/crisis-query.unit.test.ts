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
    'i took too many pills',
    'unalive',
    'cutting',
    'quiero morir',
    'Quiero hacerme daño',
    'no puedo más',
    'I want to end it',
    'I can’t do this anymore',
    'thinking of taking my own life',
  ])('knows that who types “%s” may need help at once', (query) => {
    expect(isCrisisQuery(query)).toBe(true)
  })

  test.each([
    'my husband wants to die',
    'she wants to kill herself',
    'he doesn’t want to live',
    'my son said he wishes he was dead',
    'a friend who wants to end their life',
    'hurting themselves',
    'she can’t take it anymore',
    'mi pareja quiere morir',
  ])('knows that who types “%s” worries about someone', (query) => {
    expect(isCrisisQuery(query)).toBe(true)
  })

  test.each(['988', '9-8-8', '833 773 2445'])('knows the number “%s” of a crisis line', (query) => {
    expect(isCrisisQuery(query, ['988', '833-773-2445'])).toBe(true)
  })

  test.each([
    '',
    'depression',
    'decide',
    'side effects',
    'what does it cost',
    '98',
    '30 minutes',
    'her own doctor',
    'when does it end',
    'they want to sleep',
    'cutting down on alcohol',
    'how many pills a day',
    'alive',
    'putting',
  ])('leaves “%s” alone', (query) => {
    expect(isCrisisQuery(query, ['988', '833-773-2445'])).toBe(false)
  })
})
