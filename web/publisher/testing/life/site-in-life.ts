import { join } from 'node:path'
import { expect } from '@jest/globals'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { PublicDocument } from '@careword/shared/public-document.ts'
import { versionOf } from '@careword/shared/version.ts'
import { siteDirectories } from '../../directories.ts'
import type { NamedDocument } from '../../feed/brought-documents.ts'
import { FeedError } from '../../feed/feed-errors.ts'
import type { CatchUp, Synchronised } from '../../feed/synchronise.ts'
import type { PublishResult } from '../../publish/publish-result.ts'
import type { SiteRenderer } from '../../publish/site-renderer.ts'
import type { FakeFeed } from '../fake-feed.ts'
import { openTestPublisher } from '../test-publisher.ts'
import type { TestPublisher } from '../test-publisher.ts'
import { changeContent } from './content-change.ts'
import type { Step } from './steps.ts'
import { templatesOf } from './templates.ts'
import type { TemplatesKind } from './templates.ts'

/** What a life begins with. */
export type Beginning = {
  /** What a publisher left of the content of `cms`, or an empty folder. */
  folder: string
  cms: FakeFeed
  /** The templates when they are right. */
  renderer: SiteRenderer
}

/** A site that is published by a real publisher from a fake CMS over HTTP, while all kinds of things happen. */
export type SiteInLife = {
  /** Of the plain tree. */
  readonly directory: string
  /** As it is now. */
  readonly now: TestPublisher
  readonly templates: TemplatesKind
  /** Those in use. */
  readonly renderer: SiteRenderer
  /** The templates of a build, those that are not kept any more included. */
  templatesOf: (build: string) => SiteRenderer | undefined
  readonly date: Date
  readonly siteUrl: string
  /** Every version of a document that was ever published, by `key@version`. */
  readonly versions: ReadonlyMap<string, PublicDocument>
  do: (step: Step) => Promise<void>
  /** Commits what is late. */
  commit: () => Promise<void>
  /** Pulls, compares everything and publishes, as the publisher does at its start and at intervals. */
  compare: () => Promise<PublishResult | undefined>
}

const BEGINNING = '2026-11-23T12:00:00Z'
const DAY_MS = 24 * 60 * 60 * 1000

/** Opens the site as it was left, or a new one. */
export async function siteInLife({ folder, cms, renderer }: Beginning): Promise<SiteInLife> {
  const builds = new Map([[renderer.build, renderer]])
  let templates: TemplatesKind = 'good'
  let inUse = renderer
  let date = new Date(BEGINNING)
  let siteUrl = 'https://learn.example.org'
  let restoreBackup = cms.backup()

  const versions = new Map<string, PublicDocument>()
  const remember = () => {
    for (const document of publishedIn(cms)) versions.set(`${keyOf(document)}@${document.version}`, document)
  }
  remember()

  const open = (earlier: readonly SiteRenderer[]) =>
    openTestPublisher({ folder, cms, renderer: inUse, earlier, siteUrl, now: () => date })
  let now = await open([])

  const publish = async (how?: { everything: boolean }) => {
    const result = await now.publisher.publish(how)
    expectTruth(result, now)
    return result
  }
  const follow = async ({ everything = false, ...how }: Partial<CatchUp> & { everything?: boolean } = {}) => {
    let next: Synchronised['next'] = 'nothing'
    try {
      ;({ next } = await now.publisher.catchUp({ compareAll: false, ...how }))
    } catch (error) {
      if (!(error instanceof FeedError)) throw error
    }
    const result = now.publisher.isComplete ? await publish({ everything }) : undefined
    if (next === 'overlap') await follow()
    if (next === 'compare') await follow({ compareAll: true, index: await now.publisher.readIndex() })
    return result
  }
  let overtaken: () => Promise<void> = () => Promise.resolve()
  const nudge = async (revision: number, change: Step & { kind: 'change' }) => {
    const { nudges, isNamed, isBrought, isOvertaken, forecast = 'none' } = change
    const documents = isNamed ? namedAt(cms, revision, isBrought) : undefined
    const foretold = forecast === 'none' ? [] : foretoldAt(cms, revision, forecast)
    const arrive = async () => {
      // Pages are still being rendered when the nudge comes.
      const preparing = foretold.map((document) => now.publisher.prepare(document))
      for (let count = 0; count < nudges; count += 1) await follow({ documents })
      await Promise.all(preparing)
    }
    if (isOvertaken) overtaken = arrive
    else await arrive()
  }
  const rollBack = async (which: number) => {
    const releases = await now.publisher.releases()
    const release = releases[which % releases.length]
    if (!release || !now.publisher.isComplete) return
    expectTruth(await now.publisher.rollback(release.number), now)
  }
  const restart = async ({ templates: next, keepsEarlier, moves }: Step & { kind: 'restart' }) => {
    if (next) {
      templates = next
      inUse = templatesOf(renderer, next, `${next}-${builds.size}`)
      builds.set(inUse.build, inUse)
    }
    if (moves) siteUrl += '.example'
    now = await open(keepsEarlier ? [...builds.values()] : [])
  }

  let late: (Step & { kind: 'change'; revision: number }) | undefined
  /** Whoever sees it may have seen later changes before. */
  const commit = async (one: typeof late) => {
    if (!one) return
    late = undefined
    changeContent(
      {
        ...cms,
        publish: (key, fields) => {
          cms.publish(key, fields, one.revision)
        },
        withdraw: (key) => {
          cms.withdraw(key, one.revision)
        },
      },
      one.change,
    )
    remember()
    await nudge(one.revision, one)
  }

  const act = async (step: Step): Promise<void> => {
    switch (step.kind) {
      case 'change':
        if (step.isLate) {
          late = { ...step, revision: cms.takeRevision() }
        } else {
          changeContent(cms, step.change)
          await nudge(cms.revision(), step)
        }
        break
      case 'back up':
        restoreBackup = cms.backup()
        break
      case 'restore the backup':
        restoreBackup()
        await follow()
        break
      case 'compare':
        await follow({ compareAll: true })
        break
      case 'rebuild':
        await follow({ everything: true })
        break
      case 'resume':
        await now.publisher.resume()
        await follow()
        break
      case 'settle':
        await now.publisher.settle(AbortSignal.timeout(step.forMs))
        break
      case 'midnight':
        date = new Date(date.getTime() + step.days * DAY_MS)
        await follow()
        break
      case 'restart':
        await restart(step)
        break
      case 'draw cards':
        await now.publisher.settle(new AbortController().signal, 'tree')
        break
      case 'roll back':
        await rollBack(step.release)
        break
      case 'outage':
        cms.answerWith({ status: 500 }, step.after)
        await follow({ compareAll: true })
        cms.answerWith()
        break
    }
  }

  return {
    directory: siteDirectories({ SITE_DIR: join(folder, 'site') }).site,
    get now() {
      return now
    },
    get templates() {
      return templates
    },
    get renderer() {
      return inUse
    },
    get date() {
      return date
    },
    get siteUrl() {
      return siteUrl
    },
    versions,
    templatesOf: (build) => builds.get(build),
    do: async (step) => {
      const [before, nudgesBefore] = [late, overtaken]
      overtaken = () => Promise.resolve()
      await act(step)
      remember()
      await commit(before)
      await nudgesBefore()
    },
    commit: () => commit(late),
    compare: () => follow({ compareAll: true }),
  }
}

/** What a nudge says of the changes of a revision. */
function namedAt(cms: FakeFeed, revision: number, isBrought = false): NamedDocument[] {
  const keys = cms.changedAt(revision)
  const [key, ...others] = keys
  const document = publishedIn(cms).find((one) => key && keyOf(one) === keyOf(key))
  const isAlone = others.length === 0 && document !== undefined
  return isBrought && isAlone ? [{ ...document, brought: { revision, document } }] : keys
}

/** What forecasts of the changes of a revision say. */
function foretoldAt(cms: FakeFeed, revision: number, forecast: 'right' | 'wrong'): PublicDocument[] {
  const changed = new Set(cms.changedAt(revision).map(keyOf))
  const documents = publishedIn(cms).filter((document) => changed.has(keyOf(document)))
  if (forecast === 'right') return documents
  return documents.map((document) => {
    const fields = { ...document.fields, title: 'What was never published' }
    return { ...document, fields, version: versionOf(fields) } as PublicDocument
  })
}

/** The documents that a CMS has published, as the feed gives them. */
export function publishedIn(cms: FakeFeed): PublicDocument[] {
  return [...cms.published()].map(([key, fields]) => {
    const [collection, id] = key.split(':')
    return { collection, id, version: versionOf(fields), fields } as PublicDocument
  })
}

/** What is told to editors must be so. */
function expectTruth({ outcomes }: PublishResult, { publisher }: TestPublisher): void {
  for (const outcome of outcomes) {
    if (outcome.state === 'live') expect(publisher.shown(outcome)).toEqual(outcome.version)
    else expect([keyOf(outcome), publisher.shown(outcome)]).not.toEqual([keyOf(outcome), outcome.version])
    if (outcome.state === 'held') expect(publisher.hold).toBeDefined()
    if (outcome.state === 'failed') expect(outcome.reason).not.toBe('')
  }
}
