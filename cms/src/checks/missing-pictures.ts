import type { PayloadRequest } from 'payload'
import { mainRowsOf } from '../publication/main-row.ts'
import { walkRichText } from '../rich-text/walk.ts'
import type { Problem, TextField } from './problem.ts'

/** Pictures inside texts that are no longer in the library: the site would leave them out. */
export async function missingPictureProblems(req: PayloadRequest, texts: TextField[]): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { path, label, value } of texts) {
    const ids = new Set<string>()
    walkRichText(value, ({ type, relationTo, value: id }) => {
      if (type === 'upload' && relationTo === 'media' && typeof id === 'string') ids.add(id)
    })
    const there = await mainRowsOf(req, 'media', ids)
    for (const id of ids) {
      if (there.has(id)) continue
      problems.push({
        path,
        label,
        message: `“${label}” has a picture that is no longer in the library. Remove it, or choose another one.`,
      })
    }
  }
  return problems
}
