import type { Random } from '../content/random.ts'

const subjects = [
  'Your care team',
  'A nurse',
  'The doctor who knows you best',
  'A person you trust',
  'Someone at the clinic',
  'The plan that you made together',
  'A short walk before the visit',
  'What you write in your diary',
]
const verbs = [
  'can help you to see',
  'will talk with you about',
  'may ask you to note',
  'will check again',
  'can change your mind about',
  'helps many people to notice',
  'is a good moment to ask about',
]
const objects = [
  'how you slept in the nights before',
  'which medicines you take, and when',
  'what has worked for you so far and what has not',
  'whether the low mood comes and goes during the day',
  'the things that you would like to do again',
  'how your body feels when you are under stress',
  'what you want to tell your family, and what you do not',
]
const endings = [
  'so that nothing is left to chance',
  'even when it seems like a small thing',
  'and you can say no at any time',
  'because no two people are alike',
  'before anything is decided',
  'which takes a few minutes at most',
  'and it is fine to bring a list',
]
const topics = [
  'sleep',
  'mood',
  'treatment',
  'family',
  'work',
  'worry',
  'medicine',
  'recovery',
  'memory',
  'pain',
]
const angles = [
  'what to expect in the first weeks',
  'questions that people ask',
  'what helps on hard days',
  'how to prepare',
  'what the studies can tell us',
  'when to call the clinic',
]

/** A plain sentence, with a full stop. */
export function sentence(random: Random): string {
  return `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)}, ${random.pick(endings)}.`
}

/** So many sentences. */
export function sentences(count: number, random: Random): string {
  return Array.from({ length: count }, () => sentence(random)).join(' ')
}

/** The words of a heading. */
export function headline(random: Random): string {
  const topic = random.pick(topics)
  return `${topic.charAt(0).toUpperCase()}${topic.slice(1)}: ${random.pick(angles)}`
}
