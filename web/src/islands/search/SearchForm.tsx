import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useAfterPause } from '../use-after-pause.ts'
import { describeOutcome } from './describe-outcome.ts'
import { SearchResults } from './SearchResults.tsx'
import type { SectionLevel } from './SectionHeading.tsx'
import { useSearch } from './use-search.ts'

type Props = {
  /** Id of the field; other ids are made from it. */
  id: string
  level: SectionLevel
  query: string
  onQuery: (query: string) => void
  field?: RefObject<HTMLInputElement | null>
  /** Load the index before anything is typed. */
  isWanted?: boolean
  /** What stands between the number of results and the results. */
  children?: ReactNode
}

/** A field, what it finds while one types, and the way from one to the other by keyboard. */
export function SearchForm({ id, level, query, onQuery, field, isWanted = false, children }: Props) {
  const [isTouched, setTouched] = useState(false)
  const results = useRef<HTMLDivElement>(null)
  const outcome = useSearch(query, isWanted || isTouched)
  const sentence = describeOutcome(outcome)
  const told = useAfterPause(sentence)

  useEffect(() => {
    // Whoever went into the field while the script was loading is about to type.
    if (document.activeElement?.id === id) setTouched(true)
  }, [id])

  const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    // Whoever writes with an input method chooses among its words with these keys.
    if (event.nativeEvent.isComposing) return
    const stops = stopsIn(event.currentTarget)
    const at = stops.findIndex((stop) => stop === document.activeElement)
    const next = stops[at + step]
    if (at === -1 || !next) return
    event.preventDefault()
    next.focus()
  }

  return (
    // The arrow keys only add to what Tab does.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="site-search" onKeyDown={moveFocus}>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            results.current?.querySelector<HTMLElement>('a')?.focus()
          }}
        >
          <label htmlFor={id}>What are you looking for?</label>
          <input
            ref={field}
            id={id}
            name="q"
            type="search"
            autoComplete="off"
            aria-describedby={`${id}_hint`}
            data-stop=""
            value={query}
            onFocus={() => {
              setTouched(true)
            }}
            onChange={(event) => {
              onQuery(event.target.value)
            }}
          />
          <p className="search-hint" id={`${id}_hint`}>
            What you type stays in this browser.
          </p>
        </form>
      </search>
      <p className="search-count" aria-hidden="true">
        {sentence}
      </p>
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {children}
      <div ref={results}>
        <SearchResults outcome={outcome} level={level} />
      </div>
    </div>
  )
}

function stopsIn(element: HTMLElement): HTMLElement[] {
  return [
    ...element.querySelectorAll<HTMLElement>('[data-stop], .search-crisis a, [data-result], .search-more'),
  ]
}
