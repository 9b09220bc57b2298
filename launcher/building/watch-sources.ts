import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { hasCode } from '../system-error.ts'

const INTERVAL_IN_MILLISECONDS = 200

/**
 * Calls back after files in the folders have changed and then stayed the same for a moment; never twice at once, and
 * again when something changes meanwhile.
 *
 * It looks every 0.2 s (a few milliseconds for a few hundred files): on Linux, `fs.watch` loses a file that an editor
 * replaces instead of writing into it.
 *
 * @param folders absolute; what lies below them counts too
 * @param onChange must not throw
 * @param stop ends the watch
 * @returns when the watch has ended
 */
export async function watchSources(
  folders: string[],
  onChange: () => Promise<void>,
  stop?: AbortSignal,
): Promise<void> {
  let told = await look(folders)
  for (let last = told; !stop?.aborted;) {
    await pause(INTERVAL_IN_MILLISECONDS)
    const now = await look(folders)
    if (now === last && now !== told) {
      told = now
      await onChange()
    }
    last = now
  }
}

/** A text that is another one as soon as a file has changed, has come or is gone. */
async function look(folders: string[]): Promise<string> {
  const states = await Promise.all(
    folders.map(async (folder) => {
      const files = await readdir(folder, { recursive: true })
      return Promise.all(files.map((file) => stateOf(path.join(folder, file))))
    }),
  )
  return states.flat().sort().join('\n')
}

async function stateOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file)
    return `${file} ${mtimeMs} ${size} ${ino}`
  } catch (error) {
    // It went away between the list and the look.
    if (hasCode(error, 'ENOENT')) return ''
    throw error
  }
}
