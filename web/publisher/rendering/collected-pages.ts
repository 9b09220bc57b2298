import type { PageFailure, PageOutcome, RenderedFile, RenderOutcome } from './rendered-file.ts'
import { InternedPageParts } from './interned-page-parts.ts'

/** So many failures say enough; what is not rendered then is in neither list. */
const MAX_FAILURES = 50

/** Takes together what came of pages, from whichever thread and in whichever order. */
export class CollectedPages {
  readonly #rendered = new Map<string, RenderedFile>()
  readonly #failures = new Map<string, PageFailure>()
  readonly #parts = new InternedPageParts()

  /** Whether rendering more makes no sense. */
  get isEnough(): boolean {
    return this.#failures.size >= MAX_FAILURES
  }

  add(outcome: PageOutcome): void {
    if ('page' in outcome) this.#rendered.set(outcome.path, this.#parts.compact(outcome.page))
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
}
