import type { Release, RetainedFile, SiteFile } from '../store/release.ts'

/** As long as a visitor may have a page open that names them. */
const RETAINED_FOR_MS = 24 * 60 * 60 * 1000

/**
 * The assets that stay for a while though no page of the next release names them.
 *
 * @param before the release before: what it has and what it retained
 * @param next the files of the next one, those that it does without, and its number
 * @param isWithdrawal whether it takes something down: pictures then go at once
 */
export function retainedFiles(
  before: Release | undefined,
  next: { files: Pick<ReadonlyMap<string, SiteFile>, 'has'>; removed: Iterable<string>; number: number },
  { isWithdrawal, now }: { isWithdrawal: boolean; now: Date },
): ReadonlyMap<string, RetainedFile> {
  if (!before) return new Map()
  const retained = new Map<string, RetainedFile>()
  for (const [file, kept] of before.retained)
    if (!next.files.has(file) && now.getTime() - Date.parse(kept.leftAt) < RETAINED_FOR_MS)
      retained.set(file, kept)
  for (const file of next.removed) {
    const left = before.files.get(file)
    if (left && isAsset(file, isWithdrawal))
      retained.set(file, { hash: left.hash, size: left.size, leftIn: next.number, leftAt: now.toISOString() })
  }
  return retained
}

function isAsset(file: string, isWithdrawal: boolean): boolean {
  return file.startsWith('_astro/') || (!isWithdrawal && file.startsWith('media/'))
}
