import type { PublicDocument } from '@careword/shared/public-document.ts'
import { ALL_FIELDS, EXISTENCE } from '../../content/field-set.ts'
import { differingDocuments, sameContent } from '../../content/snapshot-changes.ts'
import type { Snapshot } from '../../content/snapshot.ts'
import { FeedError } from '../feed/feed-errors.ts'
import type { RenderFarm } from '../rendering/render-farm.ts'
import type { Release, SiteFile } from '../store/release.ts'
import { bringBack, numberBefore } from './bring-back.ts'
import { ChangedPages } from './changed-pages.ts'
import { DraftAhead } from './draft-ahead.ts'
import { drawCards } from './drawn-cards.ts'
import type { CardMeans } from './drawn-cards.ts'
import { draftRelease, makeRelease, showDraft } from './make-release.ts'
import type { Made, Making } from './make-release.ts'
import { OutcomeTeller } from './outcomes.ts'
import type { ShownPage } from './page-notes.ts'
import { PublishError } from './publish-errors.ts'
import type { PublishResult } from './publish-result.ts'
import { PublishRun } from './publish-run.ts'
import { isWhole, shownSiteOf } from './shown-site.ts'
import type { Kept, ShownSite } from './shown-site.ts'
import { assetsOf } from './site-files.ts'
import type { SiteRenderer } from './site-renderer.ts'
import { toProve } from './to-prove.ts'
import { warmUp } from './warm-up.ts'
import { addressesOf, goneFrom, mentions, without } from './withdrawal.ts'

/** More are not rendered by the time that they are wanted, and it is not certain that they ever are. */
const MOST_PAGES_AHEAD = 30

/** What the site is published with. */
export type EngineMeans = Kept &
  Pick<Making, 'write' | 'download' | 'now' | 'log'> & {
    /** The templates in use. */
    renderer: SiteRenderer
    /** Draws a card. */
    draw: CardMeans['draw']
    /** Those of another build, as long as it is kept. */
    rendererOf: (build: string) => Promise<SiteRenderer | undefined>
    farmOf: (renderer: SiteRenderer) => RenderFarm
  }

/** Publishes snapshots as releases. Its methods must not run at the same time (`prepare` may). */
export class SiteEngine {
  readonly #means: EngineMeans
  readonly #outcomes = new OutcomeTeller()
  readonly #ahead = new DraftAhead()
  /** What the templates bring, by build. */
  readonly #assets = new Map<string, ReadonlyMap<string, SiteFile>>()
  #shown: ShownSite | undefined
  /** The build of the templates that have run often. */
  #warm: string | undefined
  /** What the last publish tried to show, and what came of it. Pages are pure: trying it again gives the same. */
  #tried: { wanted: Snapshot; trouble: string | undefined } | undefined

  constructor(means: EngineMeans) {
    this.#means = means
  }

  /**
   * Brings the site to a snapshot: withdrawals first, and during a hold withdrawals only.
   *
   * @param how `everything`: render every page anew
   */
  async publish(wanted: Snapshot, { everything = false } = {}): Promise<PublishResult> {
    const before = await this.shown()
    const run = new PublishRun(before)
    const changed = new ChangedPages([...differingDocuments(before?.snapshot, wanted).keys()], before)
    const take = (made: Made) => {
      run.take(made)
      changed.note(made.shown, made.written.keys(), made.removed)
    }
    if (everything || !before || !(await this.#isSettled(before, wanted))) {
      try {
        run.withdrawn = await this.#withdraw(before, wanted, take)
        await this.#show(wanted, everything, take)
        this.#tried = { wanted, trouble: undefined }
      } catch (error) {
        if (!(error instanceof PublishError || error instanceof FeedError)) throw error
        // What the CMS does not give now it may give later.
        this.#tried = error instanceof PublishError ? { wanted, trouble: error.message } : undefined
        run.trouble = error.message
        // It may have been let go for what was not to be.
        await this.shown()
      }
    } else if (this.#isTried(wanted)) {
      run.trouble = this.#tried?.trouble
    } else {
      // The site shows what is wanted, so what could not be shown before is wanted no more.
      this.#tried = undefined
    }
    this.#ahead.forget()
    return this.#resultOf(run, wanted, (key) => changed.of(key))
  }

  /** Has what was taken from the store put back or, by the next publish, made again. @param signal stops the search */
  async mend(signal?: AbortSignal): Promise<void> {
    if (!(await this.#means.store.mend(signal))) return
    // What the templates bring may be among what was lost.
    this.#assets.clear()
    this.#tried = undefined
  }

  /**
   * Brings a release back, without what is gone since, and holds the site there.
   *
   * @param number of the release, or null for the one before the present one, or before the one that was brought back last
   * @param wanted what the CMS has published
   * @throws NoSuchRelease, or PublishError when that release cannot be rendered without what is gone; the site then is as it was
   */
  async rollback(number: number | null, wanted: Snapshot): Promise<PublishResult> {
    const { store } = this.#means
    const before = await this.shown()
    const run = new PublishRun(before)
    const release = await store.read(number ?? (await numberBefore(store, before)))
    const renderer = await this.#rendererFor(release)
    const making = await this.#makingWhole(renderer)
    this.#tried = undefined
    const { shown, rendered, withdrawn } = await bringBack(release, wanted, {
      ...this.#means,
      before,
      making,
    })
    this.#shown = shown
    run.rendered += rendered
    run.withdrawn = withdrawn
    run.takeDifference(before, shown)
    return this.#resultOf(run, wanted, () => 0)
  }

  /** Ends the hold; the next publish brings what waited. */
  async resume(): Promise<void> {
    this.#tried = undefined
    await this.#means.store.setHold(undefined)
  }

  /**
   * What the site shows, as the templates in use see it or, when they cannot tell which pages it has, those that it was made
   * with; undefined when nothing was ever published.
   */
  async shown(): Promise<ShownSite | undefined> {
    try {
      return await this.#shownByTemplatesInUse()
    } catch (error) {
      const { current } = this.#means.store
      if (!(error instanceof PublishError) || !current) throw error
      return this.#seenBy(await this.#rendererFor(current), current)
    }
  }

  /**
   * Draws cards that pages name and that were not drawn yet, a few at a time. Not during a hold.
   *
   * @returns whether none is left
   * @throws what drawing throws
   */
  async drawCards(signal: AbortSignal): Promise<boolean> {
    const shown = await this.shown()
    if (!shown || this.#means.store.hold) return true
    const drawn = await drawCards(shown, this.#means, signal)
    this.#shown = drawn.shown
    return drawn.isDone
  }

  /**
   * Works out the release of a snapshot that may be published soon, unless many pages would have to be rendered for it. Nothing is
   * shown. A publish of the very same content takes it from there; what cannot be rendered fails then, and not here.
   *
   * @throws what keeps it from being put into the store
   */
  async prepare(wanted: Snapshot): Promise<void> {
    const { store, renderer } = this.#means
    const shown = this.#shown
    if (shown?.seenBy !== renderer.build || store.hold) return
    try {
      await this.#ahead.make(shown, wanted, async (signal) => {
        const publishing = await this.#makingWhole(renderer)
        const making = { ...publishing, log: () => undefined, signal, mostPages: MOST_PAGES_AHEAD }
        const draft = await draftRelease(shown, wanted, 'publish', making)
        signal.throwIfAborted()
        store.putParts(draft.release)
        return draft
      })
    } catch (error) {
      if (!(error instanceof PublishError || error instanceof FeedError)) throw error
    }
  }

  /** Makes ready for the next edit: the first time with these templates, renders some pages for nothing. The signal stops it. */
  async warmUp(signal: AbortSignal): Promise<void> {
    const { renderer } = this.#means
    if (this.#warm === renderer.build) return
    const shown = await this.shown()
    if (shown && (await warmUp(shown, renderer, signal))) this.#warm = renderer.build
  }

  /** @throws PublishError when they cannot tell which pages or redirects there are */
  async #shownByTemplatesInUse(): Promise<ShownSite | undefined> {
    const { current } = this.#means.store
    return current && this.#seenBy(this.#means.renderer, current)
  }

  async #seenBy(renderer: SiteRenderer, release: Release): Promise<ShownSite> {
    if (this.#shown?.release !== release || this.#shown.seenBy !== renderer.build)
      this.#shown = await shownSiteOf(release, renderer, this.#means, this.#shown)
    return this.#shown
  }

  async #isSettled(shown: ShownSite, wanted: Snapshot): Promise<boolean> {
    return this.#isTried(wanted) || this.#shows(shown, wanted)
  }

  #isTried(wanted: Snapshot): boolean {
    return this.#tried !== undefined && sameContent(this.#tried.wanted, wanted)
  }

  /** Whether that is what is wanted, made with the templates in use, and nothing of it was lost. */
  async #shows(shown: ShownSite, wanted: Snapshot): Promise<boolean> {
    const { renderer } = this.#means
    const { build, pins } = shown.release
    // A document that went back to the version that the site shows is pinned no more.
    if (build !== renderer.build || pins.length > 0 || !sameContent(shown.snapshot, wanted)) return false
    return isWhole(shown, await this.#assetsOf(renderer))
  }

  async #assetsOf(renderer: SiteRenderer): Promise<ReadonlyMap<string, SiteFile>> {
    let assets = this.#assets.get(renderer.build)
    if (!assets) {
      assets = await assetsOf(renderer.assetsDirectory, this.#means.write)
      this.#assets.set(renderer.build, assets)
    }
    return assets
  }

  /** Takes down what is gone, whatever else is to be done or cannot be done. @returns where it could be read */
  async #withdraw(
    before: ShownSite | undefined,
    wanted: Snapshot,
    take: (made: Made) => void,
  ): Promise<string[]> {
    const gone = before ? goneFrom(before.snapshot, wanted) : undefined
    if (!before || !gone || gone.size === 0) return []
    // The templates that made the release surely can make it without something.
    const renderer = await this.#rendererFor(before.release)
    const there = await this.#seenBy(renderer, before.release)
    const made = await this.#makeWithout(gone, there, renderer)
    this.#shown = made.shown
    take(made)
    const { hold } = this.#means.store
    if (hold) {
      const { release, origin = release, since } = hold
      await this.#means.store.setHold({ release: made.shown.release.number, origin, since })
    }
    return addressesOf(gone.values())
  }

  async #show(wanted: Snapshot, everything: boolean, take: (made: Made) => void): Promise<void> {
    if (this.#means.store.hold) return
    const shown = await this.#shownByTemplatesInUse()
    if (shown && !everything && (await this.#shows(shown, wanted))) return
    // A page of which it is not known what it read is rendered. What is known is let go: it takes as much memory as what comes.
    if (everything) this.#shown = undefined
    const from = shown && everything ? { ...shown, pages: new Map<string, ShownPage>() } : shown
    const making = await this.#makingWhole(this.#means.renderer)
    const draft = await this.#ahead.take(from, wanted)
    const made = await (draft ? showDraft(draft, making) : makeRelease(from, wanted, 'publish', making))
    this.#shown = made.shown
    take(made)
  }

  /**
   * Makes a release of what is shown without some documents. A page that fails then stays, unless it names them or was made from
   * what has no name.
   */
  async #makeWithout(
    gone: ReadonlyMap<string, PublicDocument>,
    from: ShownSite,
    renderer: SiteRenderer,
  ): Promise<Made> {
    const addresses = addressesOf(gone.values())
    // What has no address, such as a picture, is not named where it is shown.
    const unnamed = [...gone].filter(([, document]) => addressesOf([document]).length === 0)
    const readers = from.reads.readersOf(new Map(unnamed.map(([key]) => [key, ALL_FIELDS | EXISTENCE])))
    return makeRelease(from, without(from.snapshot, gone), 'withdrawal', {
      ...(await this.#makingWith(renderer)),
      onTemplateFailure: () => undefined,
      mayStay: async (path, file) =>
        !readers.has(path) && !mentions((await this.#means.store.bytes(file)).toString('utf8'), addresses),
    })
  }

  /** What a snapshot is shown with as a whole: all of it is rendered, or nothing is shown. */
  async #makingWhole(renderer: SiteRenderer): Promise<Making> {
    return {
      ...(await this.#makingWith(renderer)),
      onTemplateFailure: (failure) => {
        throw failure
      },
      mayStay: () => Promise.resolve(false),
    }
  }

  async #makingWith(renderer: SiteRenderer): Promise<Omit<Making, 'onTemplateFailure' | 'mayStay'>> {
    const assets = await this.#assetsOf(renderer)
    return { ...this.#means, renderer, assets, farm: this.#means.farmOf(renderer) }
  }

  async #rendererFor({ build }: Release): Promise<SiteRenderer> {
    return (await this.#means.rendererOf(build)) ?? this.#means.renderer
  }

  #resultOf(run: PublishRun, wanted: Snapshot, pagesChangedBy: (key: string) => number): PublishResult {
    const shown = this.#shown
    return {
      release: shown?.release.number ?? null,
      liveSince: shown?.release.liveSince ?? null,
      pages: shown?.release.pages ?? 0,
      rendered: run.rendered,
      written: run.written,
      removed: run.removed,
      warnings: shown?.release.warnings ?? [],
      durationMs: run.durationMs,
      outcomes: this.#outcomes.outcomesOf({
        before: run.before?.snapshot,
        wanted,
        shown: shown && { snapshot: shown.snapshot, release: shown.release.number },
        heldAt: this.#means.store.hold?.release,
        pins: shown?.release.pins ?? [],
        trouble: run.trouble,
        pagesChangedBy,
      }),
      toProve: toProve(run.changes, { paths: shown?.paths ?? [], withdrawn: run.withdrawn }),
      trouble: run.trouble,
    }
  }
}
