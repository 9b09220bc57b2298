import type { Snapshot } from '../../content/snapshot.ts'
import { startReading } from '../../content/content.ts'
import type { FakeFeed } from './fake-feed.ts'

/** Publishes all documents of a snapshot in a fake CMS, with a file for every picture. */
export function fillFeed(cms: FakeFeed, snapshot: Snapshot): void {
  const reading = startReading(snapshot)
  for (const [key, document] of snapshot.documents) {
    cms.publish(key, document.fields)
    if (document.collection === 'media') reading.content.media(document.id)
  }
  for (const { source } of reading.mediaUsed()) cms.upload(source, `the bytes of ${source}`)
}
