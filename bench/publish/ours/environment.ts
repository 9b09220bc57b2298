import path from 'node:path'
import { freePorts } from '../../../journeys/free-ports.ts'
import type { LocalEnvironment } from '../../../launcher/environment/local-environment.ts'
import { keepSecrets } from '../../../launcher/environment/secrets.ts'

/** What programs need of the environment that started the benchmark; the settings of somebody's own Careword stay out. */
const INHERITED = ['HOME', 'LANG', 'PATH', 'TMPDIR', 'TZ']

/** The variables that every program of the benchmark gets. */
export function baseVariables(): Record<string, string> {
  const inherited = INHERITED.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}

/**
 * The environment of a Careword of its own: on free ports, with its data in a folder.
 *
 * @param folder absolute; holds the database below `data` and the site below `site`
 */
export async function ownEnvironment(folder: string): Promise<LocalEnvironment> {
  const [cms = 0, site = 0, publisher = 0] = await freePorts(3)
  const dataDirectory = path.join(folder, 'data')
  const siteDirectory = path.join(folder, 'site', 'public')
  const addresses = {
    CMS_URL: `http://127.0.0.1:${cms}`,
    SITE_URL: `http://127.0.0.1:${site}`,
    PUBLISHER_URL: `http://127.0.0.1:${publisher}`,
  }
  return {
    settings: {
      dataDirectory,
      siteDirectory,
      ports: { CMS_PORT: cms, SITE_PORT: site, PUBLISHER_PORT: publisher },
      addresses,
    },
    variables: {
      ...baseVariables(),
      ...(await keepSecrets(dataDirectory)),
      ...addresses,
      CMS_PORT: String(cms),
      SITE_PORT: String(site),
      PUBLISHER_PORT: String(publisher),
      DATA_DIR: dataDirectory,
      SITE_DIR: siteDirectory,
      SEED_WHEN_EMPTY: 'false',
    },
  }
}
