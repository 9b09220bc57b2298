import type { SearchStart } from '../../search/search-start.ts'
import { SectionHeading, type SectionLevel } from './SectionHeading.tsx'

type Props = { crisis: SearchStart['crisis']; level: SectionLevel }

/** The crisis lines before everything that was found. */
export function CrisisFirst({ crisis, level }: Props) {
  return (
    <section className="search-crisis" aria-label="Help in a crisis">
      <SectionHeading level={level}>{crisis?.heading ?? 'In a crisis? Get help now'}</SectionHeading>
      {crisis?.introduction !== undefined && <p>{crisis.introduction}</p>}
      {crisis ? (
        <ul className="plain-list">
          {crisis.lines.map(({ name, contacts }) => (
            <li key={name}>
              <strong>{name}</strong>
              <ul className="crisis-contacts plain-list">
                {contacts.map(({ href, label, hint }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                    {hint !== undefined && <span className="small">{hint}</span>}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <a
            href="#crisis_help"
            onClick={({ currentTarget }) => {
              // They are out of reach while a dialog is open.
              currentTarget.closest('dialog')?.close()
            }}
          >
            The crisis lines are at the end of this page
          </a>
        </p>
      )}
    </section>
  )
}
