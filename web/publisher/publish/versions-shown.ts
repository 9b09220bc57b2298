import type { ReleaseStore } from '../store/release-store.ts'

/** The versions of documents that some kept release shows, as `key@version`. */
export async function versionsShown(store: ReleaseStore): Promise<Set<string>> {
  const versions = new Set<string>()
  for (const { number } of await store.list())
    for (const [key, version] of (await store.read(number)).documents) versions.add(`${key}@${version}`)
  return versions
}
