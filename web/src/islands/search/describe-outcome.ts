import type { Outcome } from './use-search.ts'

/** Of what was typed; who pasted a whole text knows it by its beginning. */
const MOST_REPEATED = 60

/** Said to whoever may need help at once; somebody in distress is not told to try other words. */
export const HELP_FIRST = 'Help in a crisis is shown first.'

/** Says what was found in one sentence, for the eye and for screen readers. */
export function describeOutcome({ state, found, isUrgent, query }: Outcome): string {
  switch (state) {
    case 'empty':
      return ''
    case 'loading':
      return 'Loading the search…'
    case 'failed':
      return 'The search could not be loaded. Check your connection and type again, or browse below.'
    case 'found':
      if (!isUrgent) return numbersFound(found, query)
      return hasFound(found) ? `${HELP_FIRST} ${numbersFound(found, query)}` : HELP_FIRST
  }
}

function numbersFound(found: Outcome['found'], query: string): string {
  const [answers, pages] = [found?.answers.length ?? 0, found?.pages.length ?? 0]
  if (answers + pages === 0) return `Nothing found for “${beginning(query)}”. Try fewer or other words.`
  const parts = [answers > 0 && counted(answers, 'answer'), pages > 0 && counted(pages, 'page')]
  const numbers = parts.filter((part) => part !== false).join(' and ')
  if (found?.isPartial === true) return `No page has all of these words. ${numbers} with some of them.`
  return `${numbers} for “${beginning(query)}”.`
}

function beginning(query: string): string {
  const characters = Array.from(query)
  if (characters.length <= MOST_REPEATED) return query
  return `${characters.slice(0, MOST_REPEATED).join('').trimEnd()}…`
}

function hasFound(found: Outcome['found']): boolean {
  return found !== undefined && found.answers.length + found.pages.length > 0
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
