import type { DeliveryReport, DeliveryReports, DocumentChange } from '@careword/shared/delivery.ts'
import { deliveryReportsSchema } from '@careword/shared/delivery.ts'
import type { DeliveryClient } from '../deliveries/delivery-client.ts'

/** A CMS in memory that is told what became of changes. */
export type FakeDeliveryClient = DeliveryClient & {
  /** What came, in order. */
  readonly bodies: DeliveryReports[]
  /** All reports that came, in order. */
  reports(): DeliveryReport[]
  /** What it waits for. */
  waitsFor: DocumentChange[]
  /** It answers with this instead. */
  failure: Error | undefined
  /** All reports that it did not take, those that came again once more. */
  readonly refused: () => DeliveryReports['reports']
  /** How often it was told or asked, also in vain. */
  readonly tries: () => number
  /** How often it was asked what it waits for. */
  readonly asked: () => number
}

export function fakeDeliveryClient(): FakeDeliveryClient {
  const bodies: DeliveryReports[] = []
  const refused: DeliveryReports['reports'] = []
  let tries = 0
  let asked = 0
  const client: FakeDeliveryClient = {
    bodies,
    reports: () => bodies.flatMap(({ reports }) => reports),
    waitsFor: [],
    failure: undefined,
    refused: () => refused,
    tries: () => tries,
    asked: () => asked,
    async report(body) {
      tries += 1
      await Promise.resolve()
      if (client.failure) {
        refused.push(...body.reports)
        throw client.failure
      }
      bodies.push(deliveryReportsSchema.parse(body))
    },
    async pending() {
      tries += 1
      asked += 1
      await Promise.resolve()
      if (client.failure) throw client.failure
      return client.waitsFor
    },
  }
  return client
}
