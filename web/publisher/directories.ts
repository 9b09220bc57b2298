import { join, relative, resolve, sep } from 'node:path'
import { EnvironmentError } from '@careword/shared/environment.ts'
import { workspaceRoot } from '@careword/shared/workspace.ts'

const webDirectory = resolve(import.meta.dirname, '..')
const rootDirectory = workspaceRoot(webDirectory)

type Variables = Record<string, string | undefined>

/** The environment file that a developer may write by hand. */
export const environmentFile = join(rootDirectory, '.env')

/** The folder that DATA_DIR names; a relative one counts from the root of the project, whatever folder a command runs in. */
export function dataDirectoryOf({ DATA_DIR = '' }: Variables): string {
  return resolve(rootDirectory, DATA_DIR === '' ? '.data' : DATA_DIR)
}

/** Where the publisher keeps what it knows between two runs. All of it can be lost and is then made again. */
export type StateDirectories = {
  /** The published documents as last pulled. */
  content: string
  /** Files of the media library that published pages use. */
  media: string
  /** Says which process publishes. */
  lock: string
}

/** @param dataDirectory the folder that DATA_DIR names */
export function stateDirectories(dataDirectory: string): StateDirectories {
  const directory = join(dataDirectory, 'publisher')
  return {
    content: join(directory, 'content'),
    media: join(directory, 'media'),
    lock: join(directory, 'lock.json'),
  }
}

/** Where the static site lies, and beside it (on the same file system, since files move by rename) what belongs to it. */
export type SiteDirectories = {
  /** What a static host serves. */
  site: string
  /** The releases, and their files by hash. The server of the site reads them here. */
  store: string
  /** Says which files of `site` are the publisher's own. */
  tree: string
  /** Holds copies until they are whole. */
  staging: string
}

/** The folder that SITE_DIR names, by default `web/dist/site`; a relative one counts from the root of the project. */
export function siteDirectories({ SITE_DIR = '' }: Variables): SiteDirectories {
  const site = SITE_DIR === '' ? join(webDirectory, 'dist', 'site') : resolve(rootDirectory, SITE_DIR)
  return {
    site,
    store: `${site}.store`,
    tree: `${site}.files.jsonl`,
    staging: `${site}.staging`,
  }
}

/**
 * Makes sure that the data do not lie among the files of the site, where whoever serves them would give them away, and where
 * pictures of both would take each other's place.
 *
 * @param site the folder that SITE_DIR names
 * @param dataDirectory the folder that DATA_DIR names
 * @throws EnvironmentError
 */
export function refuseDataInSite(site: string, dataDirectory: string): void {
  const [first] = relative(site, dataDirectory).split(sep)
  if (first === '..') return
  throw new EnvironmentError(
    `SITE_DIR (${site}) is a folder that holds DATA_DIR (${dataDirectory}): whoever serves the site would give away the database and the secrets. Set one of them to a folder of its own.`,
  )
}
