import { editedArticles } from '../content/edited-articles.ts'
import { markOf } from '../content/changed-body.ts'
import type { Measuring } from '../measuring.ts'
import { createClient, untilShown } from '../programs/client.ts'
import type { Editor } from './editor.ts'

/** Edits that are not measured: until then each is quicker than the one before, since V8 compiles what runs often. */
export const WARM_UP = 60

/** Milliseconds, one for each edit that was measured; and how many were made. */
export type EditTimes = { saveMs: number[]; servedMs: number[]; pageBytes: number[]; made: number }

/**
 * Edits one article after the other, and asks the site for its page from the answer of the save on until the change is there.
 * In noise it goes on to edit, without measuring: what rests until it is quiet would be slow then.
 *
 * @param siteUrl left out, only the saves are measured
 */
export async function measureEdits(
  editor: Editor,
  { articles, name, siteUrl }: { articles: number; name: string; siteUrl?: string },
  { quiet, options: { edits, patience } }: Pick<Measuring, 'quiet' | 'options'>,
): Promise<EditTimes> {
  const times: EditTimes = { saveMs: [], servedMs: [], pageBytes: [], made: 0 }
  const site = siteUrl === undefined ? undefined : createClient(siteUrl)
  try {
    for (const [number, slug] of editedArticles(WARM_UP + patience + edits, articles).entries()) {
      if (times.saveMs.length === edits) break
      const path = `/articles/${slug}/`
      const mark = markOf(`${name}-${number}`)
      const edit = await editor.open(slug, mark)
      // Opens the connection, and shows that the mark is new.
      if (site && (await site.send(path)).body.includes(mark))
        throw new Error(`${path} shows “${mark}” already.`)
      const isMeasured = await (number < WARM_UP ? quiet.rest() : quiet.pause())
      const { sentAt, saveMs } = await edit.save()
      const page = await (site && untilShown(site, path, mark))
      const servedMs = performance.now() - sentAt
      times.made += 1
      if (!isMeasured) continue
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
