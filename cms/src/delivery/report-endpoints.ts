import type { Endpoint } from 'payload'
import {
  DELIVERIES_LIMIT,
  DELIVERIES_PATH,
  deliveryReportsSchema,
  PENDING_DELIVERIES_PATH,
} from '@careword/shared/delivery.ts'
import type { DocumentChange, PendingDeliveries } from '@careword/shared/delivery.ts'
import { mountedPath } from '../http/mounted-path.ts'
import { readJson } from '../http/read-json.ts'
import { requireScope } from './access.ts'
import type { Delivery } from './deliveries.ts'
import { findDeliveries } from './delivery-rows.ts'
import type { Reader } from './delivery-rows.ts'
import { inTurn } from './in-turn.ts'
import { recordReports } from './record-reports.ts'
import { markReplaced } from './replaced.ts'
import { keyIn, settleVersions } from './settle-versions.ts'

/** Where the publisher says what became of changes, and asks which of them wait. */
export const reportEndpoints: Endpoint[] = [
  {
    path: mountedPath(DELIVERIES_PATH),
    method: 'post',
    handler: async (req) => {
      requireScope(req, 'delivery:report')
      const expected = '{"reports": [{"collection", "id", "version", "state", …}], "site": {…}}'
      await recordReports(req, await readJson(req, deliveryReportsSchema, expected))
      return new Response(null, { status: 204 })
    },
  },
  {
    path: mountedPath(PENDING_DELIVERIES_PATH),
    method: 'get',
    handler: async (req) => {
      requireScope(req, 'delivery:report')
      return Response.json(await pendingDeliveries(req), { headers: { 'Cache-Control': 'no-store' } })
    },
  },
]

/** The changes whose way is not ended, oldest first; of each document the newest, since it replaces the others. */
async function pendingDeliveries(req: Reader): Promise<PendingDeliveries> {
  const waiting = await newestOnTheWay(req)
  const unsettled = waiting.filter(({ withdrawal, version }) => !withdrawal && !version)
  if (unsettled.length > 0) await inTurn(() => settleVersions(req.payload, unsettled.map(keyIn)))
  const settled = unsettled.length > 0 ? await newestOnTheWay(req) : waiting
  const changes = settled.flatMap((delivery): DocumentChange[] => {
    if (delivery.withdrawal) return [{ ...keyIn(delivery), version: null }]
    return delivery.version ? [{ ...keyIn(delivery), version: delivery.version }] : []
  })
  return { changes: changes.slice(0, DELIVERIES_LIMIT) }
}

async function newestOnTheWay(req: Reader): Promise<Delivery[]> {
  const where = { state: { in: ['queued', 'held', 'failed'] } }
  const newestFirst = await findDeliveries(req, { where, limit: 0 })
  return markReplaced(newestFirst)
    .filter(({ state }) => state !== 'superseded')
    .reverse()
}
