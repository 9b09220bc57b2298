import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { ReleaseSummary } from '@careword/shared/delivery.ts'
import { FeedError } from '../feed/feed-errors.ts'
import type { Outcome, PublishResult } from '../publish/publish-result.ts'
import type { SitePublisher } from '../site-publisher.ts'
import type { Hold } from '../store/release.ts'
import { sha256 } from './fake-web.ts'
import type { FakeWeb } from './fake-web.ts'

class NoSuchRelease extends Error {
  override readonly name = 'NoSuchRelease'
}

type Documents = ReadonlyMap<string, string>

/** An engine in memory: what a document says is its version and, at `/<id>/`, its page on a fake server. */
export type FakePublisher = SitePublisher & {
  /** What the CMS has published: versions by `keyOf`. A test changes it as it likes. */
  readonly published: Map<string, string>
  /** What was called, in order, with how many at the same time at most. */
  readonly calls: string[]
  readonly mostAtOnce: () => number
  /** How long each call takes, in milliseconds. */
  takesMs: number
  /** The CMS does not answer. */
  isCmsDown: boolean
  /** Documents that cannot be rendered, by `keyOf`, with the reasons. */
  readonly broken: Map<string, string>
  /** Why nothing can be published. */
  trouble: string | undefined
  cardProblem: string | undefined
  /** Why what follows a publish cannot be done. */
  settleProblem: string | undefined
  /** Done right after each publish, before anybody looks. */
  afterPublish: () => void
  day: string
}

/** @param web is given the pages, at once when something is published */
export function fakePublisher(web: FakeWeb): FakePublisher {
  const published = new Map<string, string>()
  const calls: string[] = []
  const releases: (ReleaseSummary & { documents: Documents })[] = []
  let read: Documents = new Map()
  let shown: Documents = new Map()
  let hold: Hold | undefined
  let atOnce = 0
  let mostAtOnce = 0

  const call = async <Result>(name: string, work: () => Result): Promise<Result> => {
    calls.push(name)
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    try {
      await new Promise((resolve) => setTimeout(resolve, fake.takesMs))
      return work()
    } finally {
      atOnce -= 1
    }
  }

  const show = (next: Documents, cause: ReleaseSummary['cause'], outcomes: Outcome[]): PublishResult => {
    const changed = [...next].filter(([key, version]) => shown.get(key) !== version)
    const gone = [...shown.keys()].filter((key) => !next.has(key)).map(pathOf)
    for (const [key, version] of changed) web.pages.set(pathOf(key), pageOf(key, version))
    for (const path of gone) web.pages.delete(path)
    const sitemap = [...next.keys()].map((key) => `<loc>https://site.example${pathOf(key)}</loc>`).join('')
    const isNew = changed.length + gone.length > 0
    if (isNew) web.pages.set('/sitemap.xml', sitemap)
    shown = next
    if (isNew || releases.length === 0)
      releases.unshift({
        number: releases.length + 1,
        liveSince: new Date().toISOString(),
        cause,
        pages: next.size,
        changed: changed.length,
        documents: next,
      })
    const [release] = releases
    const hashes = changed.map(([key, version]) => [pathOf(key), sha256(pageOf(key, version))] as const)
    return {
      release: release?.number ?? null,
      liveSince: release?.liveSince ?? null,
      pages: next.size,
      rendered: changed.length,
      written: changed.length,
      removed: gone.length,
      warnings: [],
      durationMs: 1,
      outcomes: outcomes.map((outcome) =>
        outcome.state === 'live' ? { ...outcome, release: release?.number ?? 0 } : outcome,
      ),
      toProve: {
        shown: new Map(isNew ? [...hashes, ['/sitemap.xml', sha256(sitemap)]] : []),
        gone,
        withdrawn: gone,
        shownPictures: [],
        redirects: { leading: new Map(), ended: new Map() },
      },
      trouble: fake.trouble,
    }
  }

  const publish = (): PublishResult => {
    const next = new Map(shown)
    const outcomes: Outcome[] = []
    for (const key of shown.keys())
      if (!read.has(key)) {
        next.delete(key)
        outcomes.push({ ...changeOf(key, null), state: 'live', release: 0, pages: 1 })
      }
    for (const [key, version] of read) {
      if (shown.get(key) === version) continue
      const reason = fake.broken.get(key) ?? fake.trouble
      if (hold) outcomes.push({ ...changeOf(key, version), state: 'held', release: hold.release })
      else if (reason !== undefined) outcomes.push({ ...changeOf(key, version), state: 'failed', reason })
      else {
        next.set(key, version)
        outcomes.push({ ...changeOf(key, version), state: 'live', release: 0, pages: 1 })
      }
    }
    return show(next, 'publish', outcomes)
  }

  const fake: FakePublisher = {
    published,
    calls,
    mostAtOnce: () => mostAtOnce,
    takesMs: 0,
    isCmsDown: false,
    broken: new Map(),
    trouble: undefined,
    cardProblem: undefined,
    settleProblem: undefined,
    afterPublish: () => undefined,
    day: '2026-11-20',
    cursor: undefined,
    isComplete: false,
    get site() {
      const [release] = releases
      return release && { release: release.number, pages: release.pages, liveSince: release.liveSince }
    },
    get hold() {
      return hold
    },
    warnings: [],
    today: () => fake.day,
    catchUp: ({ compareAll }) =>
      call(compareAll ? 'catchUp all' : 'catchUp', () => {
        if (fake.isCmsDown) throw new FeedError('The CMS at http://cms does not answer.')
        read = new Map(published)
        Object.assign(fake, { isComplete: true })
        return { changed: 0, gone: 0, next: 'nothing' }
      }),
    readIndex: () =>
      fake.isCmsDown
        ? Promise.reject(new FeedError('The CMS at http://cms does not answer.'))
        : Promise.resolve({ cursor: '0.', documents: [] }),
    prepare: ({ collection, id, version }) => {
      calls.push(`prepare ${collection}:${id} ${version}`)
      return Promise.resolve()
    },
    publish: ({ everything = false } = {}) =>
      call(everything ? 'publish everything' : 'publish', () => {
        const result = publish()
        fake.afterPublish()
        return result
      }),
    rollback: (number) =>
      call(`rollback ${number}`, () => {
        const wanted = number ?? (releases[0]?.number ?? 0) - 1
        const release = releases.find((one) => one.number === wanted)
        if (!release) throw new NoSuchRelease(`There is no release ${wanted}.`)
        hold = { release: wanted, since: new Date().toISOString() }
        const next = new Map([...release.documents].filter(([key]) => read.has(key)))
        return show(next, 'rollback', [])
      }),
    resume: () =>
      call('resume', () => {
        hold = undefined
      }),
    releases: () =>
      Promise.resolve(
        releases.map(({ number, liveSince, cause, pages, changed }) => ({
          number,
          liveSince,
          cause,
          pages,
          changed,
        })),
      ),
    shown: (key) => shown.get(keyOf(key)) ?? null,
    async *cleanFiles() {
      await Promise.resolve()
      for (const [key, version] of shown) yield { path: pathOf(key), hash: sha256(pageOf(key, version)) }
      yield { path: '/_headers', hash: sha256('rules') }
    },
    settle: () =>
      call('settle', () => {
        if (fake.settleProblem !== undefined) throw new Error(fake.settleProblem)
      }),
  }
  return fake
}

export function pageOf(key: string, version: string): string {
  return `<title>${key} ${version}</title>`
}

function pathOf(key: string): string {
  return `/${key.split(':')[1]}/`
}

function changeOf(key: string, version: string | null) {
  const [collection, id] = key.split(':')
  return { ...({ collection, id } as DocumentKey), version }
}
