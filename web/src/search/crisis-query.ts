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
  'end my own life',
  'ending my own life',
  'end it all',
  'want to end it',
  'take my life',
  'take my own life',
  'taking my life',
  'taking my own life',
  'want to die',
  'wish i was dead',
  'wish i were dead',
  'wish i wasnt alive',
  'wish i could die',
  'feel like dying',
  'better off dead',
  'better off without me',
  'dont want to live',
  'dont want to be here',
  'dont want to be alive',
  'dont want to wake up',
  'want to be dead',
  'rather be dead',
  'no reason to live',
  'no point in living',
  'nothing to live for',
  'not worth living',
  'isnt worth living',
  'tired of living',
  'think of ending it',
  'thinking of ending it',
  'think about ending it',
  'thinking about ending it',
  'plan to die',
  'hurt myself',
  'hurting myself',
  'harm myself',
  'harming myself',
  'cut myself',
  'cutting myself',
  'cut my wrists',
  'slit my wrists',
  'hang myself',
  'shoot myself',
  'self harm',
  'self harming',
  'self injury',
  'crisis line',
  'help line',
  'in crisis',
  'cant go on',
  'cant live like this',
  'cant cope',
  'cant stop crying',
  'cant do this anymore',
  'cant take it anymore',
  'too many pills',
  'too many tablets',
  'took too much',
  'lethal dose',
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

/** What is typed in more than one way counts as one: “kill my self”, “wanna die”, “do not want to live”, “cannot go on”. */
const otherSpellings: readonly [typed: RegExp, meant: string][] = [
  [/ (my|him|her) self(?= )/g, ' $1self'],
  [/ (them) (self|selves)(?= )/g, ' $1$2'],
  [/ do not(?= )/g, ' dont'],
  [/ does not(?= )/g, ' doesnt'],
  [/ (?:cannot|can not|can t)(?= )/g, ' cant'],
  [/ wanna(?= )/g, ' want to'],
]

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
  ['wanting', 'want'],
  ['wishes', 'wish'],
  ['doesnt', 'dont'],
])

const urgentWords = [
  'suicide',
  'suicidal',
  'suicides',
  'overdose',
  'overdosed',
  'overdosing',
  'selfharm',
  'unalive',
  'kms',
  'suicidarme',
  'matarme',
  'crisis',
  'emergency',
  'hotline',
  'lifeline',
]

/** Beside other words these mean something else: “cutting down”, “help me choose”. */
const urgentAlone = new Set([
  'cutting',
  'dying',
  'die',
  'dead',
  'death',
  'hopeless',
  'help',
  'help me',
  'i need help',
  'i need help now',
])

/** Longer words are known with a typing error in them. */
const SHORTEST_MISTYPED = 6

/**
 * Whether the crisis lines belong before everything else that is found.
 *
 * @param numbers telephone numbers of the crisis lines: somebody who types one looks for it
 */
export function isCrisisQuery(query: string, numbers: readonly string[] = []): boolean {
  const words = wordsIn(query)
  const spelled = otherSpellings.reduce(
    (text, [typed, meant]) => text.replace(typed, meant),
    ` ${words.join(' ')} `,
  )
  const spaced = spelled.replace(/[^ ]+/g, (word) => saidOfOneself.get(word) ?? word)
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
