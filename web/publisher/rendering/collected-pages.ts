import type { Reads } from '../../content/reads.ts'
import type { UsedMedia } from '../publish/site-renderer.ts'
import type { PageFailure, PageOutcome, RenderedFile, RenderOutcome } from './rendered-file.ts'

/** So many failures say enough; what is not rendered then is in neither list. */
const MAX_FAILURES = 50

/** Takes together what came of pages, from whichever thread and in whichever order. */
export class CollectedPages {
  readonly #rendered = new Map<string, RenderedFile>()
  readonly #failures = new Map<string, PageFailure>()
  readonly #texts = new Map<string, string>()
  readonly #media = new Map<string, UsedMedia>()
  /** By the thing that is read, once for each set of fields. */
  readonly #reads = new Map<string, Reads[number][]>()

  /** Whether rendering more makes no sense. */
  get isEnough(): boolean {
    return this.#failures.size >= MAX_FAILURES
  }

  add(outcome: PageOutcome): void {
    if ('page' in outcome) this.#rendered.set(outcome.path, this.#compact(outcome.page))
    else this.#failures.set(outcome.path, outcome.failure)
  }

  /** @param paths those that were asked for */
  outcome(paths: readonly string[]): RenderOutcome {
    const rendered = new Map<string, RenderedFile>()
    const failures: PageFailure[] = []
    for (const path of paths) {
      const [page, failure] = [this.#rendered.get(path), this.#failures.get(path)]
      if (page) rendered.set(path, page)
      if (failure) failures.push(failure)
    }
    return { rendered, failures }
  }

  /** Each page names things that others name too. A text that comes from another thread is a copy each time. */
  #compact(page: RenderedFile): RenderedFile {
    return {
      ...page,
      policy: page.policy === undefined ? undefined : this.#shared(page.policy),
      media: page.media.map((used) => this.#sharedMedia(used)),
      warnings: page.warnings.map((warning) => this.#shared(warning)),
      reads: page.reads.map((read) => this.#sharedRead(read)),
    }
  }

  #sharedRead(read: Reads[number]): Reads[number] {
    const [thing, fields] = read
    const ofThing = this.#reads.get(thing) ?? []
    const known = ofThing.find(([, each]) => each === fields)
    if (known) return known
    if (ofThing.push(read) === 1) this.#reads.set(thing, ofThing)
    return read
  }

  #sharedMedia(used: UsedMedia): UsedMedia {
    const name = `${used.file} ${used.source}`
    const known = this.#media.get(name) ?? used
    this.#media.set(name, known)
    return known
  }

  #shared(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    this.#texts.set(text, text)
    return text
  }
}
