import type { GlobalConfig } from 'payload'
import { siteStateSchema } from '@careword/shared/delivery.ts'
import type { SiteState } from '@careword/shared/delivery.ts'
import type { Reader } from './delivery-rows.ts'

const nobody = () => false

/** What the publisher last said of the site, and when (by the clock of the CMS) it was last heard of. */
export type SiteStatus = { state: SiteState | null; heardAt: string | null }

/** Keeps the status of the site; internal, and nothing that the site shows. */
export const siteStatus: GlobalConfig = {
  slug: 'site-status',
  admin: { hidden: true },
  access: { read: nobody, update: nobody },
  graphQL: false,
  lockDocuments: false,
  fields: [
    { name: 'state', type: 'json' },
    { name: 'heardAt', type: 'date' },
  ],
}

/** The status of the site; nothing is known until the publisher reports for the first time. */
export async function readSiteStatus(req: Reader): Promise<SiteStatus> {
  // Before the first report, one database says {} and the other null.
  const stored = (await req.payload.db.findGlobal({ slug: 'site-status', req })) as {
    state?: unknown
    heardAt?: string | null
  } | null
  const state = siteStateSchema.safeParse(stored?.state)
  return { state: state.success ? state.data : null, heardAt: stored?.heardAt ?? null }
}

/** Stores what the publisher says of the site, unless something newer is known. */
export async function writeSiteStatus(req: Reader, state: SiteState): Promise<void> {
  const { state: known } = await readSiteStatus(req)
  await req.payload.updateGlobal({
    slug: 'site-status',
    data: { state: known && known.at > state.at ? known : state, heardAt: new Date().toISOString() },
    depth: 0,
    overrideAccess: true,
  })
}
