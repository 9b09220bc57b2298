import type { Payload, PayloadRequest } from 'payload'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { DeliveryReport, DeliveryReports } from '@careword/shared/delivery.ts'
import { nextRevision } from '../publication/revision.ts'
import { afterReport } from './after-report.ts'
import type { Delivery, DeliveryState } from './deliveries.ts'
import { addDelivery, openDeliveries, updateDelivery } from './delivery-rows.ts'
import { inTurn } from './in-turn.ts'
import { asReplaced } from './replaced.ts'
import { settleVersions, versionsNow } from './settle-versions.ts'
import { writeSiteStatus } from './site-status.ts'
import { titleNow } from './title.ts'

/**
 * Records what the publisher reports: of the changes, and of the site. What has no row gets one, if it is how the document is
 * now; if not, it is of the past.
 */
export async function recordReports({ payload }: PayloadRequest, reports: DeliveryReports): Promise<void> {
  await inTurn(() => record(payload, reports))
}

async function record(payload: Payload, { reports, site }: DeliveryReports): Promise<void> {
  await settleVersions(payload, reports)
  const rows = await openDeliveries({ payload }, reports)
  const isUnknown = (report: DeliveryReport) => !rowFor(rows.get(keyOf(report)), report)
  const versions = await versionsNow(payload, reports.filter(isUnknown))
  for (const report of reports) {
    const ofSameDocument = rows.get(keyOf(report)) ?? []
    const row = rowFor(ofSameDocument, report)
    if (row) await recordOne(payload, row, ofSameDocument, report, site)
    else if (versions.get(keyOf(report)) === report.version) {
      const added = await addReported(payload, report, site.at)
      if (added === 'live') await replace(payload, ofSameDocument)
    }
  }
  await writeSiteStatus({ payload }, site)
}

function rowFor(newestFirst: Delivery[] = [], { version }: DeliveryReport): Delivery | undefined {
  return newestFirst.find((row) => (version === null ? row.withdrawal : row.version === version))
}

async function recordOne(
  payload: Payload,
  row: Delivery,
  ofSameDocument: Delivery[],
  report: DeliveryReport,
  site: DeliveryReports['site'],
): Promise<void> {
  if (isOfThePast(row, report, ofSameDocument)) return
  const place = ofSameDocument.indexOf(row)
  const changes = afterReport(row, report, {
    reportedAt: site.at,
    isNewest: place === 0,
    isHeld: site.hold !== null,
  })
  if (!changes) return
  await updateDelivery({ payload }, row.id, changes)
  Object.assign(row, changes)
  if (changes.state === 'live') await replace(payload, ofSameDocument.slice(place + 1))
}

/** A document that is changed and changed back: the site came to show another version after the time that is reported. */
function isOfThePast(row: Delivery, report: DeliveryReport, ofSameDocument: Delivery[]): boolean {
  return (
    report.state === 'live' &&
    ofSameDocument.some((other) => other !== row && other.state === 'live' && (other.at ?? '') > report.at)
  )
}

async function replace(payload: Payload, older: Delivery[]): Promise<void> {
  for (const delivery of older) {
    const changes = asReplaced(delivery)
    await updateDelivery({ payload }, delivery.id, changes)
    Object.assign(delivery, changes)
  }
}

/** @returns the state that the new row has; undefined when the report is no reason for one */
async function addReported(
  payload: Payload,
  report: DeliveryReport,
  reportedAt: string,
): Promise<DeliveryState | undefined> {
  const delivery: Omit<Delivery, 'id'> = {
    documentCollection: report.collection,
    documentId: report.id,
    title: await titleNow({ payload }, report),
    version: report.version,
    withdrawal: report.version === null,
    revision: nextRevision(),
    state: 'queued',
    queuedAt: new Date().toISOString(),
  }
  const changes = afterReport({ ...delivery, id: '' }, report, { reportedAt, isNewest: true, isHeld: true })
  if (!changes) return undefined
  // Nobody knows how long it was on its way.
  await addDelivery({ payload }, { ...delivery, ...changes, durationMs: null })
  return changes.state
}
