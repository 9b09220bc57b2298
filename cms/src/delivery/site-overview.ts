import type { PayloadRequest } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { ReleaseCause } from '@careword/shared/delivery.ts'
import { maySteerSite } from './access.ts'
import type { Delivery, DeliveryState } from './deliveries.ts'
import { findDeliveries, openDeliveries } from './delivery-rows.ts'
import { describeHooks } from './deploy-hooks/describe-hooks.ts'
import type { HookInWords } from './deploy-hooks/describe-hooks.ts'
import { describeDelivery } from './describe-delivery.ts'
import type { Telling } from './describe-delivery.ts'
import { describeSite } from './describe-site.ts'
import { withFieldLabel } from './fault-field.ts'
import { markReplaced } from './replaced.ts'
import { keyIn } from './settle-versions.ts'
import { describeWarnings } from './site-warnings.ts'
import type { WarningsInWords } from './site-warnings.ts'
import { momentInWords } from './times.ts'
import { formPath, kindOf } from './title.ts'

const SHOWN = 20
/** Failures that are looked through: of a document that failed many times, all but the last are replaced. */
const LOOKED_THROUGH = 200

/** What the dashboard says of a change. */
export type DeliveryInWords = {
  id: string
  kind: string
  title: string
  state: DeliveryState
  sentence: string
  /** Its form in the admin, from the admin's root. */
  path: string
}

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
  /** The newest changes, the newest first. */
  deliveries: DeliveryInWords[]
  /** What could not be shown and is older than those. */
  failedBefore: DeliveryInWords[]
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
    failedBefore: (await findFailedBefore(req, deliveries.at(-1))).map((delivery) =>
      inWords(req, delivery, telling),
    ),
    hooks: await describeHooks(req.payload, telling),
  }
}

const reasons: Record<ReleaseCause, string> = {
  publish: 'Published',
  withdrawal: 'Withdrawn',
  rollback: 'Brought back',
}

/** What could not be shown before that change, the newest first, and has not been replaced by anything since. */
async function findFailedBefore(req: PayloadRequest, oldest: Delivery | undefined): Promise<Delivery[]> {
  if (!oldest) return []
  const failed = await findDeliveries(req, {
    where: { and: [{ state: { equals: 'failed' } }, { revision: { less_than: oldest.revision } }] },
    limit: LOOKED_THROUGH,
  })
  const open = await openDeliveries(req, failed.map(keyIn))
  return failed
    .filter((delivery) => open.get(keyOf(keyIn(delivery)))?.[0]?.id === delivery.id)
    .slice(0, SHOWN)
}

function inWords(req: PayloadRequest, delivery: Delivery, telling: Telling): DeliveryInWords {
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
