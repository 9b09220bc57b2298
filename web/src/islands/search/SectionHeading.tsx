import type { ReactNode } from 'react'

export type SectionLevel = 2 | 3

/** A heading above a part of what was found: below the page’s title, or below the dialog’s. */
export function SectionHeading({ level, children }: { level: SectionLevel; children: ReactNode }) {
  return level === 2 ? (
    <h2 className="search-heading">{children}</h2>
  ) : (
    <h3 className="search-heading">{children}</h3>
  )
}
