import {
  DELIVERIES_PATH,
  PENDING_DELIVERIES_PATH,
  pendingDeliveriesSchema,
} from '@careword/shared/delivery.ts'
import type { DeliveryReports, DocumentChange } from '@careword/shared/delivery.ts'
import { reasonOf } from '../feed/cms-request.ts'

/** Tells the CMS what became of changes. */
export type DeliveryClient = {
  /** @throws NoDeliveries, ReportRefused, or what went wrong on the way */
  report(reports: DeliveryReports): Promise<void>
  /** The changes whose way is not ended, as the CMS knows them. @throws as `report` does */
  pending(): Promise<DocumentChange[]>
}

/** The CMS has no such endpoint: it is not told. */
export class NoDeliveries extends Error {
  override readonly name = 'NoDeliveries'
}

/** The CMS does not want what it was sent; to send it again is of no use. */
export class ReportRefused extends Error {
  override readonly name = 'ReportRefused'
}

const ANSWER_TIMEOUT_MS = 10_000

/** @param access where the CMS is (no slash at the end), and the key of an API client with the scope “report deliveries” */
export function createDeliveryClient({ cmsUrl, apiKey }: { cmsUrl: string; apiKey: string }): DeliveryClient {
  const ask = async (path: string, body?: DeliveryReports): Promise<Response> => {
    const answer = await fetchFrom(cmsUrl, path, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `api-clients API-Key ${apiKey}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    })
    if (answer.ok) return answer
    await answer.body?.cancel()
    throw failureOf(answer.status, cmsUrl)
  }
  return {
    async report(reports) {
      await (await ask(DELIVERIES_PATH, reports)).body?.cancel()
    },
    async pending() {
      const answer: unknown = await (await ask(PENDING_DELIVERIES_PATH)).json()
      return pendingDeliveriesSchema.parse(answer).changes
    },
  }
}

/** `fetch`, but it says what could not be reached. */
async function fetchFrom(cmsUrl: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(cmsUrl + path, init)
  } catch (cause) {
    throw new Error(
      `The CMS at ${cmsUrl} cannot be told what became of its changes: ${reasonOf(cause as Error)}.`,
      { cause },
    )
  }
}

/** Stands in when there is no key to tell the CMS anything with. */
export const nobodyToTell: DeliveryClient = {
  report: () => Promise.reject(new NoDeliveries('There is no key to report deliveries with.')),
  pending: () => Promise.resolve([]),
}

function failureOf(status: number, cmsUrl: string): Error {
  if (status === 404) return new NoDeliveries(`The CMS at ${cmsUrl} has no place for reports on deliveries.`)
  if (status === 400 || status === 413)
    return new ReportRefused(`The CMS at ${cmsUrl} does not understand the report on deliveries (${status}).`)
  if (status === 401 || status === 403)
    return new Error(
      `The CMS at ${cmsUrl} does not take reports on deliveries with the key in PUBLISHER_API_KEY (${status}). ` +
        'Its API client needs the scope “report deliveries”, which an admin can give it in the CMS.',
    )
  return new Error(`The CMS at ${cmsUrl} answered a report on deliveries with the error ${status}.`)
}
