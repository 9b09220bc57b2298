import { setTimeout as pause } from 'node:timers/promises'
import { editedArticles } from '../content/edited-articles.ts'
import { markOf } from '../content/changed-body.ts'
import { createClient, untilShown } from '../programs/client.ts'
import type { Editor } from './editor.ts'

/** Between two edits, as between two of a person who is quick; what follows a publish is done by then. */
export const PAUSE_MS = 400

/** Edits that are not measured: until then each is quicker than the one before, since V8 compiles what runs often. */
export const WARM_UP = 60

/** Milliseconds, one for each edit. */
export type EditTimes = { saveMs: number[]; servedMs: number[]; pageBytes: number[] }

/**
 * Edits one article after the other, and asks the site for its page from the answer of the save on until the change is there.
 *
 * @param siteUrl left out, only the saves are measured
 */
export async function measureEdits(
  editor: Editor,
  { articles, edits, name, siteUrl }: { articles: number; edits: number; name: string; siteUrl?: string },
): Promise<EditTimes> {
  const times: EditTimes = { saveMs: [], servedMs: [], pageBytes: [] }
  const site = siteUrl === undefined ? undefined : createClient(siteUrl)
  try {
    for (const [number, slug] of editedArticles(WARM_UP + edits, articles).entries()) {
      const path = `/articles/${slug}/`
      const mark = markOf(`${name}-${number}`)
      const edit = await editor.open(slug, mark)
      // Opens the connection, and shows that the mark is new.
      if (site && (await site.send(path)).body.includes(mark))
        throw new Error(`${path} shows “${mark}” already.`)
      await pause(PAUSE_MS)
      const { sentAt, saveMs } = await edit.save()
      const page = await (site && untilShown(site, path, mark))
      const servedMs = performance.now() - sentAt
      if (number < WARM_UP) continue
      times.saveMs.push(saveMs)
      if (!page) continue
      times.servedMs.push(servedMs)
      times.pageBytes.push(page.length)
    }
    return times
  } finally {
    site?.close()
  }
}
