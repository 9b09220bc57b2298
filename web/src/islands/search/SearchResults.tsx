import { useState } from 'react'
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
  const all = (found?.answers.length ?? 0) + (found?.pages.length ?? 0)
  const hidden = all - answers.length - pages.length
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
      {hidden > 0 && (
        <p>
          <button
            type="button"
            className="search-more"
            onClick={() => {
              setWholeFor(query)
            }}
          >
            Show {hidden} more
          </button>
        </p>
      )}
    </>
  )
}
