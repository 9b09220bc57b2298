import type { ReactNode } from 'react'
import type { Site } from './documents.ts'

type Links = NonNullable<Site['navigation']['header']>

/** What is around every page: crisis help, header, footer. */
export function Frame({ site, children }: { site: Site; children: ReactNode }) {
  return (
    <>
      <a className="skip-link" href="#main_content">
        Skip to main content
      </a>
      <section className="crisis-bar" aria-label="Crisis help">
        <p>In a crisis?</p>
        <ul>
          <li>
            <a href="#crisis_help">All crisis help</a>
          </li>
        </ul>
      </section>
      <header className="site-header">
        <a className="brand" href="/">
          <strong>{site.clinic.name}</strong> <span>Patient education</span>
        </a>
        <Navigation label="Main" links={site.navigation.header ?? []} site={site} />
      </header>
      <main id="main_content">{children}</main>
      <CrisisHelp crisis={site.crisis} />
      <footer className="site-footer">
        <h2>{site.clinic.name}</h2>
        <p className="address">{site.clinic.address}</p>
        <dl>
          {(site.clinic.openingHours ?? []).map(({ days, hours }) => (
            <div key={days}>
              <dt>{days}</dt>
              <dd>{hours}</dd>
            </div>
          ))}
        </dl>
        <Navigation label="Footer" links={site.navigation.footer ?? []} site={site} />
        <p className="advice">
          These pages give general information. They do not replace advice from someone who knows you and your
          health.
        </p>
      </footer>
    </>
  )
}

function Navigation({ label, links, site }: { label: string; links: Links; site: Site }) {
  return (
    <nav aria-label={label}>
      <ul>
        {links.map((each) => (
          <li key={each.label}>
            <a href={hrefOf(each.link, site)}>{each.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function hrefOf({ section, document, url }: Links[number]['link'], { links }: Site): string | undefined {
  if (document) return links[`${document.relationTo}:${document.value}`]?.path
  return url ?? section
}

function CrisisHelp({ crisis }: { crisis: Site['crisis'] }) {
  return (
    <section className="crisis" id="crisis_help">
      <h2>{crisis.heading}</h2>
      <p>{crisis.introduction}</p>
      <ul>
        {crisis.lines.map((line) => (
          <li key={line.name}>
            <h3>{line.name}</h3>
            <p>{line.description}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
