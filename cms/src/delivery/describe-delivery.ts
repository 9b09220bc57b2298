import type { Delivery } from './deliveries.ts'
import type { SiteStatus } from './site-status.ts'
import { durationInWords, momentInWords } from './times.ts'

/** What a sentence depends on, apart from the delivery. */
export type Telling = SiteStatus & {
  now: Date
  /** Of whoever reads it, by its name in the time zone database. */
  timeZone: string
}

/** After so long without an answer, a publisher is said to be silent. */
const PATIENCE_MS = 15_000

/** Where a change is on its way to the site, in plain words. */
export function describeDelivery(delivery: Delivery, telling: Telling): string {
  const moment = (at: string) => momentInWords(at, telling)
  switch (delivery.state) {
    case 'queued':
      return [`${queued(delivery)} since ${moment(delivery.queuedAt)}`, whyWaiting(delivery, telling)]
        .filter(Boolean)
        .join('. ')
    case 'live':
      return [
        `${delivery.withdrawal ? 'Off the site' : 'Live'} since ${moment(delivery.at ?? delivery.queuedAt)}`,
        ...arrival(delivery),
      ].join(', ')
    case 'held': {
      const since = telling.state?.hold ? ` since ${moment(telling.state.hold.since)}` : ''
      return `Held: the site stays at release ${delivery.release ?? ''}${since}; this goes out when it is resumed`
    }
    case 'failed':
      return `Not live: ${faultOf(delivery)}${delivery.reason ?? ''}`
    case 'superseded': {
      if (!delivery.at) return 'Replaced by a later change'
      const from = `Was ${delivery.withdrawal ? 'off the site' : 'live'} from ${moment(delivery.at)}`
      return `${[from, ...arrival(delivery)].join(', ')}; then replaced by a later change`
    }
  }
}

function queued(delivery: Delivery): string {
  return delivery.withdrawal ? 'Withdrawal queued' : 'Queued'
}

/** How a change came to be live: how long it took, and what it reached. */
function arrival({ durationMs, pages, release }: Delivery): string[] {
  const after = typeof durationMs === 'number' ? [`after ${durationInWords(durationMs)}`] : []
  // Pages may show it all the same: a picture as it was, or a text that came back to what the site shows.
  if (pages === 0) return [...after, 'no page had to change']
  return [
    ...after,
    ...(typeof pages === 'number' ? [`${pages} ${pages === 1 ? 'page' : 'pages'} changed`] : []),
    ...(typeof release === 'number' ? [`release ${release}`] : []),
  ]
}

function faultOf({ faultField, faultTitle }: Delivery): string {
  if (!faultField || !faultTitle) return ''
  return `field “${faultField}” of “${faultTitle}”: `
}

function whyWaiting({ queuedAt }: Delivery, telling: Telling): string | undefined {
  const { heardAt, now, state } = telling
  const isLong = now.getTime() - Date.parse(queuedAt) > PATIENCE_MS
  if (isLong && !heardAt) return 'The publisher has not been heard of yet; this goes out when it runs'
  if (isLong && heardAt && heardAt < queuedAt)
    return `The publisher has not been heard of since ${momentInWords(heardAt, telling)}; this goes out when it runs again`
  return state?.trouble ?? undefined
}
