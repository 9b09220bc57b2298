import { existsSync } from 'node:fs'
import type { Supervisor } from '../processes/supervisor.ts'
import { projectRoot } from '../project.ts'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** A CHROMIUM_PATH that names no file. */
export class ChromiumPathError extends Error {
  override readonly name = 'ChromiumPathError'
}

/**
 * Where Chromium or Chrome is on this machine.
 *
 * @param given CHROMIUM_PATH; when it is set nothing else is looked at
 * @returns undefined when there is none
 * @throws ChromiumPathError when the given path does not exist
 */
export function findChromium(given: string | undefined, places = USUAL_PLACES): string | undefined {
  if (!given) return places.find((place) => existsSync(place))
  if (existsSync(given)) return given
  throw new ChromiumPathError(`CHROMIUM_PATH says ${given}, but there is no such file.`)
}

/** Whether this process may install Debian's Chromium. */
export function mayInstallChromium(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

/**
 * Installs Debian's Chromium with apt-get.
 *
 * @returns whether apt-get succeeded; its output goes to the terminal
 */
export async function installChromium(
  supervisor: Supervisor,
  variables: Record<string, string>,
): Promise<boolean> {
  const aptGet = (args: string[]) =>
    supervisor.run(
      {
        name: 'apt-get',
        program: '/usr/bin/apt-get',
        args,
        folder: projectRoot,
        variables: { ...variables, DEBIAN_FRONTEND: 'noninteractive' },
      },
      'terminal',
    )
  const update = await aptGet(['update', '-qq'])
  if (update.code !== 0) return false
  const install = await aptGet([
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    'chromium',
    'fonts-liberation',
  ])
  return install.code === 0
}
