/** Words that tell nothing about what a page is about. */
const fillers = new Set(
  (
    'a about above after all also am an and any are as at be because been before being but by can cannot cant could ' +
    'did didnt do does doesnt doing dont for from get had has have he her here him his how i if im in into is isnt ' +
    'it its ive just may me might more most much my no nor not of on or other our out over own please she should so ' +
    'some such tell than that the their them then there these they this those to too until up us very was we were ' +
    'what when where which while who whom why will with wont would you your'
  ).split(' '),
)

/**
 * The words of a text as the search compares them: small letters and digits, without accents and apostrophes.
 * “Treatment-resistant” is two words, “don’t” is “dont”.
 */
export function wordsIn(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Whether a word is one that nearly every text has. */
export function isFiller(word: string): boolean {
  return fillers.has(word)
}
