'use client'
import { useConfig } from '@payloadcms/ui'
import Link from 'next/link.js'
import type { DeliveryInWords } from '../site-overview.ts'

/** Changes, each with its document and where it is. */
export function DeliveryList({ deliveries }: { deliveries: readonly DeliveryInWords[] }) {
  const { config } = useConfig()
  return (
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
  )
}
