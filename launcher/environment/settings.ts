import path from 'node:path'
import { readEnvironment, serverAddress, siteAddress } from '@careword/shared/environment.ts'
import { z } from 'zod'
import { refuseDataInSite } from '../../web/publisher/directories.ts'

const port = (usual: number) =>
  z.coerce.number().int().min(1).max(65_535).default(usual).describe('a port number from 1 to 65535')
const optional = (address: typeof serverAddress) =>
  address.optional().describe('an address that begins with http:// or https://')

const schema = z.object({
  DATA_DIR: z.string().default('.data').describe('a folder'),
  SITE_DIR: z.string().default('web/dist/site').describe('a folder'),
  CMS_PORT: port(3000),
  SITE_PORT: port(4321),
  PUBLISHER_PORT: port(4322),
  CMS_URL: optional(serverAddress),
  SITE_URL: optional(siteAddress),
  PUBLISHER_URL: optional(serverAddress),
})

/** Where the programs listen and keep their data. */
export type Settings = {
  /** Absolute. */
  dataDirectory: string
  /** Where the static site lies; absolute. */
  siteDirectory: string
  ports: { CMS_PORT: number; SITE_PORT: number; PUBLISHER_PORT: number }
  addresses: { CMS_URL: string; SITE_URL: string; PUBLISHER_URL: string }
}

/**
 * Reads the launcher's part of the environment. An address that is not given follows from its port.
 *
 * @param root what relative folders count from
 * @throws EnvironmentError naming each wrong variable, or both folders when the data would lie in the site
 */
export function readSettings(source: Record<string, string | undefined>, root: string): Settings {
  const { DATA_DIR, SITE_DIR, CMS_PORT, SITE_PORT, PUBLISHER_PORT, ...given } = readEnvironment(
    schema,
    source,
  )
  const dataDirectory = path.resolve(root, DATA_DIR)
  const siteDirectory = path.resolve(root, SITE_DIR)
  refuseDataInSite(siteDirectory, dataDirectory)
  return {
    dataDirectory,
    siteDirectory,
    ports: { CMS_PORT, SITE_PORT, PUBLISHER_PORT },
    addresses: {
      CMS_URL: given.CMS_URL ?? `http://localhost:${CMS_PORT}`,
      SITE_URL: given.SITE_URL ?? `http://localhost:${SITE_PORT}`,
      PUBLISHER_URL: given.PUBLISHER_URL ?? `http://127.0.0.1:${PUBLISHER_PORT}`,
    },
  }
}
