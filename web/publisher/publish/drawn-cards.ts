import { cardOf, cardPath } from '../../content/card.ts'
import type { UsedCard } from '../../content/card.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { SiteFile } from '../store/release.ts'
import { withChanges } from '../../content/sharded-map.ts'
import type { ReleaseStore } from '../store/release-store.ts'
import type { WriteObject } from './site-files.ts'
import { asRelease } from './shown-site.ts'
import type { ShownSite } from './shown-site.ts'

/** The site's own card, which stands in for those that are not drawn yet. The templates bring it. */
export const SITE_CARD_FILE = 'card.png'

/** Drawing one takes about a tenth of a second. So many become one release. */
const CARDS_AT_A_TIME = 40

/** Where a card lies among the files of the site. */
export function fileOfCard(card: Pick<UsedCard, 'hash'>): string {
  return siteFileOf(cardPath(card))
}

/** What cards are drawn with. */
export type CardMeans = {
  store: ReleaseStore
  write: WriteObject
  /** Gives the bytes of a card's picture. */
  draw: (card: ReturnType<typeof cardOf>) => Promise<Uint8Array>
}

/**
 * Draws cards for which the site's own one stands in, and puts them in their places.
 *
 * @returns the site with them, and whether some are left
 * @throws what `draw` throws
 */
export async function drawCards(
  shown: ShownSite,
  { store, write, draw }: CardMeans,
  signal: AbortSignal,
): Promise<{ shown: ShownSite; isDone: boolean }> {
  const { release } = shown
  const standIn = release.files.get(SITE_CARD_FILE)?.hash
  const missing = [...shown.together.cards.values()]
    .map(({ thing }) => thing)
    .filter((card) => release.files.get(fileOfCard(card))?.hash === standIn)
  const drawn = new Map<string, SiteFile>()
  for (const card of missing.slice(0, CARDS_AT_A_TIME)) {
    const picture = await unlessAborted(draw(cardOf(card)), signal)
    if (!picture) break
    drawn.set(fileOfCard(card), write(fileOfCard(card), picture))
  }
  if (drawn.size === 0 || signal.aborted) return { shown, isDone: missing.length === 0 }
  const next = {
    ...release,
    cause: 'publish' as const,
    changed: 0,
    files: withChanges(release.files, drawn),
  }
  return {
    shown: asRelease(shown, await store.commit(next, new Map())),
    isDone: drawn.size === missing.length,
  }
}

/** What a promise gives, or undefined as soon as the signal says stop: nobody waits for a card then. */
async function unlessAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
): Promise<Value | undefined> {
  if (signal.aborted) return undefined
  let stop: () => void = () => undefined
  const stopped = new Promise<undefined>((resolve) => {
    stop = () => {
      resolve(undefined)
    }
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([promise, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
