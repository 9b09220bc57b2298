import { useState, type MouseEvent } from 'react'
import { flushSync } from 'react-dom'
import { CrisisFirst } from './CrisisFirst.tsx'
import { ResultList } from './ResultList.tsx'
import { SectionHeading, type SectionLevel } from './SectionHeading.tsx'
import type { Outcome } from './use-search.ts'

type Props = { outcome: Outcome; level: SectionLevel }

const ANSWERS_SHOWN = 4
const PAGES_SHOWN = 8

/** What was found: help in a crisis first, if that is looked for, then answers, then pages. */
export function SearchResults({ outcome: { query, found, isUrgent, crisis, textOf }, level }: Props) {
  const [wholeFor, setWholeFor] = useState('')
  const isWhole = wholeFor === query
  const answers = found?.answers.slice(0, isWhole ? undefined : ANSWERS_SHOWN) ?? []
  const pages = found?.pages.slice(0, isWhole ? undefined : PAGES_SHOWN) ?? []
  const further = [...(found?.answers.slice(ANSWERS_SHOWN) ?? []), ...(found?.pages.slice(PAGES_SHOWN) ?? [])]

  const showAll = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const place = currentTarget.closest('.site-search')
    flushSync(() => {
      setWholeFor(query)
    })
    // The button that had the focus is gone; whoever pressed it reads on where the new results begin.
    const links = [...(place?.querySelectorAll<HTMLElement>('[data-result]') ?? [])]
    links.find((link) => link.getAttribute('href') === further[0]?.path)?.focus()
  }
  return (
    <>
      {isUrgent && <CrisisFirst crisis={crisis} level={level} />}
      {answers.length > 0 && (
        <section className="search-answers">
          <SectionHeading level={level}>Answers</SectionHeading>
          <ResultList pages={answers} textOf={textOf} />
        </section>
      )}
      {pages.length > 0 && (
        <section>
          <SectionHeading level={level}>Pages</SectionHeading>
          <ResultList pages={pages} textOf={textOf} showKind />
        </section>
      )}
      {!isWhole && further.length > 0 && (
        <p>
          <button type="button" className="search-more" onClick={showAll}>
            Show {further.length} more
          </button>
        </p>
      )}
    </>
  )
}
