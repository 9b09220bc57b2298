import { createHash } from 'node:crypto'
import type { Snapshot } from '../../../content/snapshot.ts'
import type { PublishResult } from '../../publish/publish-result.ts'
import { SiteEngine } from '../../publish/site-engine.ts'
import type { EngineMeans } from '../../publish/site-engine.ts'
import type { SiteRenderer } from '../../publish/site-renderer.ts'
import { createRenderFarm } from '../../rendering/render-farm.ts'
import type { ReleaseStore } from '../../store/release-store.ts'
import type { Release } from '../../store/release.ts'

/** What a clean full publish makes. */
export type CleanSite = {
  result: PublishResult
  /** Undefined when it could not be published. */
  release: Release | undefined
  /** The same with its cards drawn. */
  drawn: Release | undefined
  /** The bytes of its files, by hash. */
  bytes: ReadonlyMap<string, Uint8Array>
}

/** Publishes a snapshot as if nothing were known of it, into memory. */
export async function cleanSite(
  snapshot: Snapshot,
  renderer: SiteRenderer,
  download: EngineMeans['download'],
): Promise<CleanSite> {
  const bytes = new Map<string, Uint8Array>()
  const keep = (content: Uint8Array) => {
    const hash = createHash('sha256').update(content).digest('hex')
    bytes.set(hash, content)
    return { hash, size: content.byteLength }
  }
  const store = storeInMemory()
  const engine = new SiteEngine({
    store,
    version: () => undefined,
    renderer,
    rendererOf: () => Promise.resolve(undefined),
    farmOf: (one) =>
      createRenderFarm({
        renderer: one,
        writeObject: (_directory, _path, content) => keep(content),
        objectsDirectory: store.objectsDirectory,
        log: () => undefined,
      }),
    write: (_path, content) => keep(content),
    draw: ({ svg }) => Promise.resolve(Buffer.from(svg)),
    download,
    now: () => new Date(),
    log: () => undefined,
  })
  const result = await engine.publish(snapshot)
  const release = store.current
  while (!(await engine.drawCards(new AbortController().signal)));
  return { result, release, drawn: store.current, bytes }
}

/** A store that takes releases and gives back none but the last. */
function storeInMemory(): ReleaseStore {
  let current: Release | undefined
  const refuse = () => Promise.reject(new Error('A clean publish does nothing of the kind.'))
  return {
    objectsDirectory: '',
    get current() {
      return current
    },
    get newest() {
      return current?.number ?? 0
    },
    hold: undefined,
    commit: (release) => {
      current = { ...release, number: (current?.number ?? 0) + 1, liveSince: new Date().toISOString() }
      return Promise.resolve(current)
    },
    putParts: () => undefined,
    amend: refuse,
    read: refuse,
    notes: refuse,
    show: refuse,
    list: refuse,
    setHold: refuse,
    bytes: refuse,
    mend: () => Promise.resolve(false),
    settle: refuse,
  }
}
