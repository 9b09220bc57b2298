import { open } from 'node:fs/promises'
import { FEED_PATH, feedPageSchema } from '@careword/shared/change-feed.ts'
import type { LocalEnvironment } from '../../../launcher/environment/local-environment.ts'

const MOST_PAGES = 5000

/**
 * Writes all that the change feed of a running CMS gives into a file, a document a line.
 *
 * @throws Error when the CMS refuses, or the feed does not end
 */
export async function saveFeed({ settings, variables }: LocalEnvironment, file: string): Promise<void> {
  const headers = { Authorization: `api-clients API-Key ${variables.PUBLISHER_API_KEY ?? ''}` }
  const output = await open(file, 'w')
  try {
    let query = ''
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const response = await fetch(`${settings.addresses.CMS_URL}${FEED_PATH}${query}`, { headers })
      if (!response.ok) throw new Error(`The feed answered with ${response.status}: ${await response.text()}`)
      const { documents, more, cursor } = feedPageSchema.parse(await response.json())
      await output.write(documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
      if (!more) return
      query = `?since=${encodeURIComponent(cursor)}`
    }
    throw new Error(`The feed did not end after ${MOST_PAGES} pages.`)
  } finally {
    await output.close()
  }
}
