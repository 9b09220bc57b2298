import { useEffect, useState } from 'react'
import { kindNames } from '../../search/families.ts'
import type { FoundPage } from '../../search/site-search.ts'
import type { LoadedSearch } from './load-search.ts'

type Props = { pages: readonly FoundPage[]; textOf: LoadedSearch['textOf'] | undefined; showKind?: boolean }

/** Links to what was found, with a few words of each page. */
export function ResultList({ pages, textOf, showKind = false }: Props) {
  return (
    <ol className="search-results plain-list">
      {pages.map((page) => (
        <li key={page.path}>
          <a href={page.path} data-result="">
            {page.title}
          </a>{' '}
          {showKind && <span className="search-kind">{kindNames[page.collection]}</span>}
          <ResultText page={page} textOf={textOf} />
        </li>
      ))}
    </ol>
  )
}

function ResultText({ page, textOf }: { page: FoundPage; textOf: Props['textOf'] }) {
  const [text, setText] = useState<string>()
  useEffect(() => {
    let isShown = true
    void textOf?.(page).then((found) => {
      if (isShown) setText(found)
    })
    return () => {
      isShown = false
    }
  }, [page, textOf])
  return <p>{text}</p>
}
