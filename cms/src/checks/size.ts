import type { Problem, TextField } from './problem.ts'

const MAX_TEXT_BYTES = 2 * 1024 * 1024

/** Texts too large to edit, send and render with ease. */
export function sizeProblems(texts: TextField[]): Problem[] {
  return texts.flatMap(({ path, label, value }) => {
    const bytes = Buffer.byteLength(JSON.stringify(value))
    if (bytes <= MAX_TEXT_BYTES) return []
    const megabytes = (bytes / 1024 / 1024).toFixed(1)
    return [
      {
        path,
        label,
        message: `“${label}” is too long: it takes ${megabytes} MB, and at most 2 MB fit. Split it into several documents.`,
      },
    ]
  })
}
