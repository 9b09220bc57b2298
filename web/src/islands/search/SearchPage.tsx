import { useCallback, useEffect, useRef, useState } from 'react'
import { useAddress } from '../use-address.ts'
import { addressFor, QUERY, queryIn } from './query-in-address.ts'
import { SearchForm } from './SearchForm.tsx'

/** The search of the page that is there for it; its query is in the address. */
export function SearchPage() {
  const [query, setQuery] = useState('')
  const [isReady, setReady] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    // What was typed while the script was loading is kept.
    const typed = field.current?.value ?? ''
    setQuery(typed === '' ? queryIn(location) : typed)
    setReady(true)
  }, [])

  const take = useCallback(() => {
    setQuery(queryIn(location))
  }, [])
  const addressNow = useCallback(() => {
    const isKept = query.trim() === queryIn(location).trim() && location.search === ''
    return isKept ? undefined : addressFor(query)
  }, [query])
  useAddress(QUERY, take, isReady ? addressNow : undefined)

  return (
    <div data-ready={isReady ? '' : undefined}>
      <SearchForm id="search_field" level={2} query={query} onQuery={setQuery} field={field} />
    </div>
  )
}
