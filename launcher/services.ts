import path from 'node:path'
import type { LocalEnvironment } from './environment/local-environment.ts'
import type { PortUse } from './environment/ports.ts'
import type { Settings } from './environment/settings.ts'
import type { Command } from './processes/child.ts'
import { inProject } from './project.ts'

/** A program that runs as long as Careword does. */
export type Service = { command: Command; logFile: string }

/** Which programs listen where. */
export function portUses({ ports }: Settings): PortUse[] {
  return [
    { variable: 'CMS_PORT', port: ports.CMS_PORT, use: 'the CMS' },
    { variable: 'SITE_PORT', port: ports.SITE_PORT, use: 'the public site' },
    { variable: 'PUBLISHER_PORT', port: ports.PUBLISHER_PORT, use: 'the publisher' },
  ]
}

/**
 * The CMS.
 *
 * @param mode `start` for what was built, `dev` for the sources, with reload
 * @param setupToken what opens the setup link while there is no account
 */
export function cmsService(
  { settings, variables }: LocalEnvironment,
  { mode, setupToken }: { mode: 'start' | 'dev'; setupToken: string },
): Service {
  const next = inProject('cms', 'node_modules', 'next', 'dist', 'bin', 'next')
  const program = mode === 'dev' ? [next, 'dev'] : [inProject('cms', 'server.ts')]
  // Only this machine: on other addresses the admin is the operator's to open, behind TLS.
  const where = ['--hostname', '127.0.0.1', '--port', String(settings.ports.CMS_PORT)]
  return {
    command: {
      name: 'cms',
      program: process.execPath,
      args: [...program, ...where],
      folder: inProject('cms'),
      variables: {
        SEED_WHEN_EMPTY: 'true',
        SETUP_TOKEN: setupToken,
        ...variables,
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
      },
    },
    logFile: logFile(settings, 'cms'),
  }
}

/** The publisher, which follows the CMS. */
export function publisherService(environment: LocalEnvironment): Service {
  return siteService(environment, 'publisher', 'watch')
}

/** The server of the public site. */
export function siteServerService(environment: LocalEnvironment): Service {
  return siteService(environment, 'site', 'serve')
}

/** In MB. With more room for them Node takes 140 MB more to publish 10,000 articles, in the same time. */
const YOUNG_OBJECTS = '--max-semi-space-size=8'

/**
 * Where there is much memory, V8 lets what lives long grow to the fourfold before it looks for what is not needed any more. With
 * this the publisher took 592 MB at most with 10,000 articles; with a limit of 768 MB for them instead it took 659 MB, and a tenth
 * less time to render all pages.
 */
const OLD_OBJECTS = '--heap-growing-percent=20'

/**
 * Linux's C library keeps memory that was freed for each thread apart, and gives little of it back: 60 MB more to publish
 * 4,000 articles. Of large pieces it keeps more the larger the ones are that were freed, unless a threshold is set: 30 MB more with
 * 10,000 articles. Other systems do not know the variables. https://man7.org/linux/man-pages/man3/mallopt.3.html
 */
const LITTLE_FREED_MEMORY_KEPT = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: String(1024 * 1024) }

function siteService({ settings, variables }: LocalEnvironment, name: string, subcommand: string): Service {
  return {
    command: {
      name,
      program: process.execPath,
      args: [YOUNG_OBJECTS, OLD_OBJECTS, inProject('web', 'publisher', 'cli.ts'), subcommand],
      folder: inProject('web'),
      variables: { ...LITTLE_FREED_MEMORY_KEPT, ...variables, NODE_ENV: 'production' },
    },
    logFile: logFile(settings, name),
  }
}

function logFile({ dataDirectory }: Settings, name: string): string {
  return path.join(dataDirectory, 'logs', `${name}.log`)
}
