'use client'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import type { SiteOverview } from '../site-overview.ts'

/** The newest changes and where they are. */
export function RecentDeliveries({ deliveries }: Pick<SiteOverview, 'deliveries'>) {
  const { config } = useConfig()
  return (
    <>
      <h3 className="site-overview__subheading">Recent changes</h3>
      {deliveries.length === 0 ? (
        <p>Nothing was changed yet.</p>
      ) : (
        <ul className="delivery-list">
          {deliveries.map(({ id, kind, path, sentence, state, title }) => (
            <li key={id} className="delivery-list__row">
              <span className="delivery-list__what">
                <Link href={config.routes.admin + path}>{title}</Link>
                {kind !== title && <span className="delivery-list__kind"> {kind}</span>}
              </span>
              <span className="delivery-list__where">
                <span className={`delivery-dot delivery-dot--${state}`} aria-hidden="true" />
                <span>{sentence}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
