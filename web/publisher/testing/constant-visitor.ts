import { setTimeout } from 'node:timers/promises'

/** What somebody got who asked for a page. */
export type Got = { status: number; text: string }

/** Asks for the same pages all the time, and minds what must never be. */
export type ConstantVisitor = {
  /** How many pages it looked at. */
  readonly looks: () => number
  /** What should not have been, as sentences. */
  readonly complaints: readonly string[]
  /** The version that each page had when it was last looked at; undefined before. */
  readonly versions: () => (number | undefined)[]
  stop: () => Promise<void>
}

/** What the visitor does. */
export type Visits = {
  paths: readonly string[]
  get: (path: string) => Promise<Got>
  /** Finds the marks of a page's version, which stand at its top and at its end; their first group is a number. */
  mark: RegExp
  /** Whether all pages change at once: then no page is older than one that was looked at before. */
  isAtOnce: boolean
}

/** A page without a mark so near to its end was cut off. */
const END_LENGTH = 1_000

/**
 * Starts to look. Each page must be there, whole, of one version, and never of an older one than before.
 */
export function startVisiting({ paths, get, mark, isAtOnce }: Visits): ConstantVisitor {
  const complaints: string[] = []
  const versions = new Map<string, number>()
  let newest = 0
  let looks = 0
  let isStopped = false

  const lookAt = async (path: string): Promise<void> => {
    const { status, text } = await get(path)
    looks += 1
    if (status !== 200) return void complaints.push(`${path} answers ${status}.`)
    const marks = [...text.matchAll(mark)]
    const [version, ...others] = new Set(marks.map(([, number]) => Number(number)))
    const end = (marks.at(-1)?.index ?? 0) + END_LENGTH
    if (version === undefined || others.length > 0 || marks.length < 2 || end < text.length)
      return void complaints.push(`${path} is torn: ${JSON.stringify(marks.map(([found]) => found))}.`)
    if (!text.trimEnd().endsWith('</html>')) complaints.push(`${path} has no end.`)
    const oldest = isAtOnce ? newest : (versions.get(path) ?? 0)
    if (version < oldest) complaints.push(`${path} is of version ${version} after ${oldest}.`)
    versions.set(path, version)
    newest = Math.max(newest, version)
  }
  const visit = async () => {
    while (!isStopped) {
      for (const path of paths) {
        await lookAt(path).catch((error: unknown) => complaints.push(`${path}: ${String(error)}`))
        // Without a pause the visitor would have a core to itself, and the publisher none.
        await setTimeout(1)
      }
    }
  }
  const visiting = visit()

  return {
    looks: () => looks,
    complaints,
    versions: () => paths.map((path) => versions.get(path)),
    async stop() {
      isStopped = true
      await visiting
    },
  }
}
