import { mediaPath } from '@careword/shared/paths.ts'
import { MediaMissing } from '../feed/feed-errors.ts'
import { siteFileOf } from '../site/site-file.ts'
import type { SiteFile } from '../store/release.ts'
import type { WriteObject } from './site-files.ts'
import type { UsedMedia } from './site-renderer.ts'

const DOWNLOADS_AT_ONCE = 4

/** Brings the pictures that pages show. Their names change with their bytes, so one that is known is not brought again. */
export class Pictures {
  readonly #brought = new Map<string, SiteFile>()
  readonly #known: (file: string) => SiteFile | undefined
  readonly #download: (source: string) => Promise<Uint8Array>
  readonly #write: WriteObject

  /**
   * @param known the file that the site has at a path, now or not long ago
   * @param download reads a file of the media library
   */
  constructor(
    known: (file: string) => SiteFile | undefined,
    download: (source: string) => Promise<Uint8Array>,
    write: WriteObject,
  ) {
    this.#known = known
    this.#download = download
    this.#write = write
  }

  /**
   * Makes sure that pictures are in the store.
   *
   * @returns those that the media library has no file of
   * @throws FeedError when the CMS cannot be asked
   */
  async bring(used: Iterable<UsedMedia>): Promise<UsedMedia[]> {
    const queue = [...used].filter((one) => this.fileOf(one) === undefined)
    const missing: UsedMedia[] = []
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const path = pathOfPicture(next)
        try {
          this.#brought.set(path, this.#write(path, await this.#download(next.source)))
        } catch (error) {
          if (!(error instanceof MediaMissing)) throw error
          missing.push(next)
        }
      }
    }
    await Promise.all(Array.from({ length: DOWNLOADS_AT_ONCE }, work))
    return missing
  }

  /** A picture that is in the store. */
  fileOf(used: UsedMedia): SiteFile | undefined {
    const path = pathOfPicture(used)
    return this.#brought.get(path) ?? this.#known(path)
  }
}

/** The path of a picture among the files of the site. */
export function pathOfPicture({ file }: Pick<UsedMedia, 'file'>): string {
  return siteFileOf(mediaPath(file))
}

/** Whether a path among the files of the site is that of a picture. */
export function isPicture(file: string): boolean {
  return `/${file}`.startsWith(mediaPath(''))
}

/** The public addresses of the pictures among files of the site. */
export function addressesOfPictures(files: Iterable<string>): string[] {
  return [...files].filter(isPicture).map((file) => `/${file}`)
}
