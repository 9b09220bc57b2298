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
    'kill my self',
    'i wanna die',
    'dont wanna be here anymore',
    'I do not want to live',
    'i cannot go on',
    'can not go on like this',
    'I want to be dead',
    'there is no point in living',
    'life is not worth living',
    'harming myself',
    'how not to think about ending it',
    'I took too much of my medicine',
    'overdosing',
    'kms',
    'ending my own life',
    'Life isn’t worth living',
    'they are better off without me',
    'help',
    'help me',
    'hopeless',
    'I can’t stop crying',
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
    'he wants to kill him self',
    'my daughter does not want to live',
    'they want to hurt them selves',
    'she keeps harming herself',
    'wanting to die, my partner says',
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
    'do not drive',
    'can not sleep',
    'is it worth it',
    'how much is too much',
    'self care',
    'wanna know more',
    'help me choose',
    'what if it does not help',
    'can not stop my medicine',
  ])('leaves “%s” alone', (query) => {
    expect(isCrisisQuery(query, ['988', '833-773-2445'])).toBe(false)
  })
})
