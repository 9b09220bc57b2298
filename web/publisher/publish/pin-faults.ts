import type { PublicDocument } from '@careword/shared/public-document.ts'
import { withChanges } from '../../content/sharded-map.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { changesBetween } from '../../content/snapshot-changes.ts'
import type { PageFailure } from '../rendering/render-farm.ts'
import type { Pin } from '../store/release.ts'
import { siteFileOf } from '../site/site-file.ts'
import { PageFailed } from './publish-errors.ts'
import type { ShownSite } from './shown-site.ts'
import { addressesOf } from './withdrawal.ts'

/** A snapshot without what could not be rendered, and what was done to it. */
export type Pinned = { snapshot: Snapshot; pins: Pin[] }

/**
 * Takes documents that cannot be rendered back to the version that the site shows, or out of the snapshot when it shows none.
 *
 * A document that the site shows in this very version is at fault because of something else that changed: that is what goes
 * back then. When it is a withdrawal, which cannot go back, the document goes with what it needed. It is left out, too, when
 * it has no page on the site any more: it went before, when nobody could say why.
 *
 * @param before what the site shows
 * @param giveUp takes a failure that is no document's fault, or that all of this does not help against
 */
export function pinFaults(
  failures: readonly PageFailure[],
  before: ShownSite | undefined,
  wanted: Snapshot,
  giveUp: (failure: PageFailed) => void,
): Pinned {
  let { documents } = wanted
  const pins = new Map<string, Pin>()

  const takeBack = (key: string, { cannotRender: fault }: PageFailure) => {
    const [shown, now] = [before?.snapshot.documents.get(key), documents.get(key)]
    if (!fault || !now || pins.has(key)) return
    pins.set(key, {
      key,
      version: now.version,
      title: fault.document.title,
      field: fault.field,
      reason: fault.reason,
    })
    const instead = shown && shown.version !== now.version ? shown : undefined
    documents = withChanges(documents, new Map([[key, instead]]))
  }

  for (const failure of failures) {
    const { path, message, cannotRender } = failure
    const key = cannotRender && `${cannotRender.document.collection}:${cannotRender.document.id}`
    const wantedDocument = key === undefined ? undefined : wanted.documents.get(key)
    if (key === undefined || !wantedDocument) {
      giveUp(new PageFailed(path, message))
      continue
    }
    const shown = before?.snapshot.documents.get(key)
    if (shown?.version !== wantedDocument.version) {
      takeBack(key, failure)
      continue
    }
    const changes = before ? changesBetween(before.snapshot, wanted) : []
    const causes = changes.filter(({ key: other, fields }) =>
      before?.reads.readersOf(new Map([[other, fields]])).has(path),
    )
    for (const { key: other, after } of causes) takeBack(after ? other : key, failure)
    if (causes.length > 0) continue
    if (isShown(path, wantedDocument, before)) giveUp(new PageFailed(path, message))
    else takeBack(key, failure)
  }
  return { snapshot: { ...wanted, documents }, pins: [...pins.values()] }
}

function isShown(path: string, document: PublicDocument, before: ShownSite | undefined): boolean {
  const paths = [path, ...addressesOf([document])]
  return paths.some((one) => before?.release.files.has(siteFileOf(one)))
}
