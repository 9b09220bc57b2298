import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { isCrisisQuery } from '../../search/crisis-query.ts'
import type { SearchStart } from '../../search/search-start.ts'
import type { Found } from '../../search/site-search.ts'
import { loadSearch, type LoadedSearch } from './load-search.ts'

/** What a search shows for what was typed. */
export type Outcome = {
  state: 'empty' | 'loading' | 'failed' | 'found'
  /** What was looked for; it follows what is typed. */
  query: string
  found: Found | undefined
  /** Whether help in a crisis comes before everything else, whatever the search finds. */
  isUrgent: boolean
  crisis: SearchStart['crisis']
  textOf: LoadedSearch['textOf'] | undefined
}

/** Loads the search as soon as it is wanted, and answers the query. */
export function useSearch(typed: string, isWanted: boolean): Outcome {
  const query = useDeferredValue(typed.trim())
  const [loaded, setLoaded] = useState<LoadedSearch>()
  const [hasFailed, setFailed] = useState(false)
  const isNeeded = isWanted || query !== ''

  useEffect(() => {
    if (!isNeeded || loaded) return
    loadSearch().then(
      (search) => {
        setLoaded(search)
        setFailed(false)
      },
      () => {
        setFailed(true)
      },
    )
    // Each new query is a new try.
  }, [isNeeded, loaded, query])

  const found = useMemo(() => (query === '' ? undefined : loaded?.search(query)), [loaded, query])
  const isUrgent = isCrisisQuery(query, loaded ? numbersOf(loaded.crisis) : [])
  return {
    state: query === '' ? 'empty' : found ? 'found' : hasFailed ? 'failed' : 'loading',
    query,
    found,
    isUrgent,
    crisis: loaded?.crisis,
    textOf: loaded?.textOf,
  }
}

function numbersOf(crisis: SearchStart['crisis']): string[] {
  const contacts = (crisis?.lines ?? []).flatMap((line) => line.contacts)
  return contacts.filter(({ href }) => /^(?:tel|sms):/.test(href)).map(({ text }) => text)
}
