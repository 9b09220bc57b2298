import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { todayIn } from '../../content/snapshot.ts'
import type { Snapshot } from '../../content/snapshot.ts'

/** Where a clinic without a time zone is. */
const FALLBACK_TIME_ZONE = 'UTC'

/**
 * The snapshot of these documents, which must not change any more, at a moment.
 *
 * @param log takes a sentence when the clinic's time zone does not exist
 */
export function snapshotOf(
  documents: ReadonlyMap<string, PublicDocument>,
  siteUrl: string,
  now: Date,
  log: (sentence: string) => void,
): Snapshot {
  return { documents, siteUrl, today: todayOf(documents, now, log) }
}

/** The date in the clinic's time zone, `YYYY-MM-DD`. */
export function todayOf(
  documents: ReadonlyMap<string, PublicDocument>,
  now: Date,
  log: (sentence: string) => void = () => undefined,
): string {
  const clinic = documents.get(keyOf({ collection: 'clinic', id: 'clinic' }))
  const timeZone = clinic?.collection === 'clinic' ? clinic.fields.timeZone : undefined
  try {
    return todayIn(timeZone ?? FALLBACK_TIME_ZONE, now)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    log(`The clinic’s time zone “${timeZone}” does not exist. The date is taken in ${FALLBACK_TIME_ZONE}.`)
    return todayIn(FALLBACK_TIME_ZONE, now)
  }
}
