'use client'
import type { SiteOverview } from '../site-overview.ts'
import { DeliveryList } from './DeliveryList.tsx'

/** The newest changes and where they are, below older ones that could not be shown and should not be forgotten. */
export function RecentDeliveries({
  deliveries,
  failedBefore,
}: Pick<SiteOverview, 'deliveries' | 'failedBefore'>) {
  return (
    <>
      {failedBefore.length > 0 && (
        <>
          <h3 className="site-overview__subheading">Still not live</h3>
          <DeliveryList deliveries={failedBefore} />
        </>
      )}
      <h3 className="site-overview__subheading">Recent changes</h3>
      {deliveries.length === 0 ? <p>Nothing was changed yet.</p> : <DeliveryList deliveries={deliveries} />}
    </>
  )
}
