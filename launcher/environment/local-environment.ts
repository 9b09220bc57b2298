import { projectRoot } from '../project.ts'
import { givenVariables } from './given-variables.ts'
import { keepSecrets, makeSecrets } from './secrets.ts'
import { readSettings, type Settings } from './settings.ts'

/** Everything that the programs of a local start need to know. */
export type LocalEnvironment = { settings: Settings; variables: Record<string, string> }

/**
 * The environment of a local start: what the person set, then the defaults, then the secrets of this checkout (made
 * the first time).
 *
 * @param given what the person set
 * @throws EnvironmentError or BrokenSecretsError with a sentence that can be shown as it is
 */
export async function localEnvironment(given?: Record<string, string>): Promise<LocalEnvironment> {
  given ??= await givenVariables()
  const settings = readSettings(given, projectRoot)
  return complete(settings, { ...(await keepSecrets(settings.dataDirectory)), ...given })
}

/**
 * The environment of a build. A build keeps no secret, so what is missing is made up and forgotten: nothing that is
 * built can depend on it.
 *
 * @throws EnvironmentError
 */
export async function buildEnvironment(): Promise<LocalEnvironment> {
  const given = await givenVariables()
  return complete(readSettings(given, projectRoot), { ...makeSecrets(), ...given })
}

function complete(settings: Settings, variables: Record<string, string>): LocalEnvironment {
  const ports = Object.entries(settings.ports).map(([name, port]) => [name, String(port)])
  return {
    settings,
    variables: {
      NEXT_TELEMETRY_DISABLED: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      ...variables,
      ...settings.addresses,
      ...(Object.fromEntries(ports) as Record<string, string>),
      // The programs run in folders of their own, and a relative path counts from the project's.
      DATA_DIR: settings.dataDirectory,
      SITE_DIR: settings.siteDirectory,
    },
  }
}
