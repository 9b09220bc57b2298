import { isWithinEdits } from './edit-distance.ts'
import { wordsIn } from './words.ts'

/**
 * Whoever types one of these may need help at once. Those in Spanish are there since the crisis line speaks it; words stand here as
 * `wordsIn` gives them, without accents.
 */
const urgentPhrases = [
  'kill myself',
  'kills myself',
  'killing myself',
  'kill me',
  'end my life',
  'ending my life',
  'end it all',
  'want to end it',
  'take my life',
  'take my own life',
  'taking my life',
  'taking my own life',
  'want to die',
  'wanna die',
  'wish i was dead',
  'wish i were dead',
  'better off dead',
  'dont want to live',
  'dont want to be here',
  'dont want to be alive',
  'no reason to live',
  'hurt myself',
  'hurting myself',
  'harm myself',
  'cut myself',
  'cutting myself',
  'hang myself',
  'shoot myself',
  'self harm',
  'self injury',
  'crisis line',
  'help line',
  'in crisis',
  'can t go on',
  'cant go on',
  'cant do this anymore',
  'cant take it anymore',
  'too many pills',
  'too many tablets',
  'took all my pills',
  'took all my medication',
  'quiero morir',
  'quiere morir',
  'quiero matarme',
  'no quiero vivir',
  'no quiere vivir',
  'no puedo mas',
  'acabar con mi vida',
  'quitarme la vida',
  'hacerme dano',
  'cortarme',
].map((phrase) => ` ${phrase} `)

/** Somebody who worries about someone else says the same of them: “wants to kill himself”, “doesn’t want to live”. */
const saidOfOneself = new Map([
  ['he', 'i'],
  ['she', 'i'],
  ['they', 'i'],
  ['his', 'my'],
  ['her', 'my'],
  ['their', 'my'],
  ['himself', 'myself'],
  ['herself', 'myself'],
  ['themself', 'myself'],
  ['themselves', 'myself'],
  ['wants', 'want'],
  ['wishes', 'wish'],
  ['doesnt', 'dont'],
])

const urgentWords = [
  'suicide',
  'suicidal',
  'suicides',
  'overdose',
  'overdosed',
  'selfharm',
  'unalive',
  'suicidarme',
  'matarme',
  'crisis',
  'emergency',
  'hotline',
  'lifeline',
]

/** Beside other words these mean something else: “cutting down”. */
const urgentAlone = new Set(['cutting', 'dying'])

/** Longer words are known with a typing error in them. */
const SHORTEST_MISTYPED = 6

/**
 * Whether the crisis lines belong before everything else that is found.
 *
 * @param numbers telephone numbers of the crisis lines: somebody who types one looks for it
 */
export function isCrisisQuery(query: string, numbers: readonly string[] = []): boolean {
  const words = wordsIn(query)
  const spaced = ` ${words.map((word) => saidOfOneself.get(word) ?? word).join(' ')} `
  const digits = query.replace(/\D/g, '')
  return (
    urgentPhrases.some((phrase) => spaced.includes(phrase)) ||
    urgentAlone.has(words.join(' ')) ||
    words.some((word) => urgentWords.some((urgent) => isMeant(word, urgent))) ||
    numbers.some((number) => number.replace(/\D/g, '') === digits && digits !== '')
  )
}

function isMeant(word: string, urgent: string): boolean {
  return (
    word === urgent || (word.length >= SHORTEST_MISTYPED && isWithinEdits(word, urgent, mistakes(urgent)))
  )
}

/** “Sucide” and “suiside” are meant, “decide” is not. */
function mistakes(urgent: string): number {
  return urgent.startsWith('suicid') ? 2 : 1
}
