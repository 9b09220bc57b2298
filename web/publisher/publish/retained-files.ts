import { describePicture } from '../../content/picture.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import type { Release, RetainedFile, SiteFile } from '../store/release.ts'
import { isPicture, pathOfPicture } from './pictures.ts'

/** As long as a visitor may have a page open that names them. */
const RETAINED_FOR_MS = 24 * 60 * 60 * 1000

/**
 * The assets that stay for a while though no page of the next release names them.
 *
 * @param before the release before: what it has and what it retained
 * @param next the files of the next one, those that it does without, and its number
 * @param isWithdrawal whether it takes something down: pictures then go at once
 * @param withdrawn what was retained and goes with it
 */
export function retainedFiles(
  before: Release | undefined,
  next: { files: Pick<ReadonlyMap<string, SiteFile>, 'has'>; removed: Iterable<string>; number: number },
  { isWithdrawal, withdrawn, now }: { isWithdrawal: boolean; withdrawn: ReadonlySet<string>; now: Date },
): ReadonlyMap<string, RetainedFile> {
  if (!before) return new Map()
  const retained = new Map<string, RetainedFile>()
  for (const [file, kept] of before.retained)
    if (
      !next.files.has(file) &&
      !withdrawn.has(file) &&
      now.getTime() - Date.parse(kept.leftAt) < RETAINED_FOR_MS
    )
      retained.set(file, kept)
  for (const file of next.removed) {
    const left = before.files.get(file)
    if (left && isAsset(file, isWithdrawal))
      retained.set(file, { hash: left.hash, size: left.size, leftIn: next.number, leftAt: now.toISOString() })
  }
  return retained
}

/** The pictures that a release retains though no document of a snapshot has them, by path among the files of the site. */
export function retainedWithoutDocument(
  { retained }: Pick<Release, 'retained'>,
  { documents }: Pick<Snapshot, 'documents'>,
): string[] {
  const pictures = new Set([...retained.keys()].filter(isPicture))
  for (const document of documents.values()) {
    if (pictures.size === 0) break
    for (const path of picturesOf(document)) pictures.delete(path)
  }
  return [...pictures]
}

function picturesOf(document: PublicDocument): string[] {
  if (document.collection !== 'media') return []
  try {
    return describePicture(document).files.map(pathOfPicture)
  } catch {
    // No page can show it as it is, and no withdrawal may wait for it.
    return []
  }
}

function isAsset(file: string, isWithdrawal: boolean): boolean {
  return file.startsWith('_astro/') || (!isWithdrawal && isPicture(file))
}
