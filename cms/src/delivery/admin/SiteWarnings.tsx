'use client'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import type { WarningsInWords } from '../site-warnings.ts'

type Props = { warnings: WarningsInWords }

/** On the dashboard: what the site shows otherwise than it was written, and where that can be mended. */
export function SiteWarnings({ warnings: { listed, more } }: Props) {
  const { config } = useConfig()
  if (listed.length === 0) return null
  return (
    <>
      <h3 className="site-overview__subheading">Not shown as written</h3>
      <ul className="delivery-list delivery-list--whole">
        {listed.map(({ document, sentence }) => (
          <li key={`${document?.path ?? ''} ${sentence}`} className="delivery-list__row">
            <span className="delivery-list__what">
              {document ? (
                <Link href={config.routes.admin + document.path}>{document.title}</Link>
              ) : (
                'The site'
              )}
              {document && document.kind !== document.title && (
                <span className="delivery-list__kind"> {document.kind}</span>
              )}
            </span>
            <span className="delivery-list__where">
              <span className="delivery-dot delivery-dot--held" aria-hidden="true" />
              <span>{sentence}</span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more} more, which come up here as these are mended.</p>}
    </>
  )
}

/** On the form of a document: what the site shows otherwise than it was written there. */
export function DocumentWarnings({ warnings: { listed, more } }: Props) {
  if (listed.length === 0) return null
  return (
    <>
      <p>Not shown as written:</p>
      <ul className="delivery-status__warnings">
        {listed.map(({ sentence }) => (
          <li key={sentence} className="delivery-status__line">
            <span className="delivery-dot delivery-dot--held" aria-hidden="true" />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {/* Of very many, the CMS is told only the first, so how many more there are is not known of one document. */}
      {more > 0 && <p>And more.</p>}
    </>
  )
}
