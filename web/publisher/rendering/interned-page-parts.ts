import type { Reads } from '../../content/reads.ts'
import type { UsedMedia } from '../publish/site-renderer.ts'
import type { RenderedFile } from './rendered-file.ts'

type Parts = Pick<RenderedFile, 'policy' | 'media' | 'warnings' | 'reads'>

/** Has pages that name the same things hold them once: what comes from another thread, or from a file, is a copy each time. */
export class InternedPageParts {
  readonly #texts = new Map<string, string>()
  readonly #media = new Map<string, UsedMedia>()
  /** By the thing that is read, once for each set of fields. */
  readonly #reads = new Map<string, Reads[number][]>()

  /** @returns the same page, with parts that other pages may have too */
  compact<Page extends Parts>(page: Page): Page {
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
