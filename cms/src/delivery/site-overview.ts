import type { PayloadRequest } from 'payload'
import type { ReleaseCause } from '@careword/shared/delivery.ts'
import { maySteerSite } from './access.ts'
import type { Delivery, DeliveryState } from './deliveries.ts'
import { findDeliveries } from './delivery-rows.ts'
import { describeHooks } from './deploy-hooks/describe-hooks.ts'
import type { HookInWords } from './deploy-hooks/describe-hooks.ts'
import { describeDelivery } from './describe-delivery.ts'
import type { Telling } from './describe-delivery.ts'
import { describeSite } from './describe-site.ts'
import { withFieldLabel } from './fault-field.ts'
import { markReplaced } from './replaced.ts'
import { describeWarnings } from './site-warnings.ts'
import type { WarningsInWords } from './site-warnings.ts'
import { momentInWords } from './times.ts'
import { formPath, kindOf } from './title.ts'

const SHOWN = 20

/** What the dashboard says of the site. */
export type SiteOverview = {
  sentences: string[]
  /** Whether something keeps the site from following. */
  isTroubled: boolean
  /** What the release that is shown warns of. */
  warnings: WarningsInWords
  /** The release at which the site is held; null when it follows. */
  heldAt: number | null
  /** Whether this person may rebuild the site, bring back a release, and resume it. */
  maySteer: boolean
  releases: { number: number; sentence: string; isShown: boolean }[]
  deliveries: {
    id: string
    kind: string
    title: string
    state: DeliveryState
    sentence: string
    /** Its form in the admin, from the admin's root. */
    path: string
  }[]
  hooks: HookInWords[]
}

/** How the site is, the newest changes and their way to it, and the releases that can be brought back. */
export async function siteOverview(req: PayloadRequest, telling: Telling): Promise<SiteOverview> {
  const deliveries = markReplaced(await findDeliveries(req, { limit: SHOWN }))
  const { state } = telling
  return {
    sentences: describeSite(telling),
    isTroubled: Boolean(state?.trouble),
    warnings: describeWarnings(req, state?.warnings),
    heldAt: state?.hold?.release ?? null,
    maySteer: maySteerSite(req),
    releases: (state?.releases ?? []).map((release) => ({
      number: release.number,
      sentence: `${reasons[release.cause]}, ${release.changed} of ${release.pages} pages changed, ${momentInWords(release.liveSince, telling)}`,
      isShown: release.number === state?.release,
    })),
    deliveries: deliveries.map((delivery) => inWords(req, delivery, telling)),
    hooks: await describeHooks(req.payload, telling),
  }
}

const reasons: Record<ReleaseCause, string> = {
  publish: 'Published',
  withdrawal: 'Withdrawn',
  rollback: 'Brought back',
}

function inWords(
  req: PayloadRequest,
  delivery: Delivery,
  telling: Telling,
): SiteOverview['deliveries'][number] {
  const { documentCollection: collection, documentId, id, state, title } = delivery
  return {
    id,
    kind: kindOf(req, collection),
    title: title ?? 'Without a title',
    state,
    sentence: describeDelivery(withFieldLabel(req, delivery), telling),
    path: formPath({ collection, id: documentId }),
  }
}
