import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * The root of the project: the nearest folder upwards that holds `pnpm-workspace.yaml`.
 *
 * @param from where to start, by default the current folder
 * @returns the root's path; `from` itself when there is no such folder, as in a deployment of one package alone
 */
export function workspaceRoot(from = process.cwd()): string {
  for (let folder = path.resolve(/* turbopackIgnore: true */ from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'pnpm-workspace.yaml'))) return folder
    if (folder === path.dirname(folder)) return path.resolve(/* turbopackIgnore: true */ from)
  }
}
