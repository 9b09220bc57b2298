import { useEffect, useRef, useState } from 'react'
import { addressFor, hasQuery, queryIn } from './query-in-address.ts'
import { SearchForm } from './SearchForm.tsx'

/** Browsers refuse pages that write their address too often. */
const PAUSE_BEFORE_KEEPING_MS = 300

/** The search of the page that is there for it; its query is in the address. */
export function SearchPage() {
  const [query, setQuery] = useState('')
  const [isReady, setReady] = useState(false)
  const [jumps, setJumps] = useState(0)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const take = () => {
      // A link to a place on the page asks for nothing else; what is looked for comes back into the address.
      if (location.hash !== '' && !hasQuery(location)) setJumps((before) => before + 1)
      else setQuery(queryIn(location))
    }
    // What was typed while the script was loading is kept.
    const typed = field.current?.value ?? ''
    setQuery(typed === '' ? queryIn(location) : typed)
    setReady(true)
    addEventListener('hashchange', take)
    return () => {
      removeEventListener('hashchange', take)
    }
  }, [])

  useEffect(() => {
    if (!isReady) return
    const timer = setTimeout(() => {
      if (query.trim() !== queryIn(location).trim() || location.search !== '')
        history.replaceState(history.state, '', addressFor(query))
    }, PAUSE_BEFORE_KEEPING_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [isReady, query, jumps])

  return (
    <div data-ready={isReady ? '' : undefined}>
      <SearchForm id="search_field" level={2} query={query} onQuery={setQuery} field={field} />
    </div>
  )
}
