import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readCurrentBuild } from './current-build.ts'
import type { Render } from './rendered.ts'

export type { Render, Rendered } from './rendered.ts'

/** The templates, ready to render. */
export type Renderer = {
  /** Name of the build; another one when the templates were built again. */
  build: string
  render: Render
  /** The styles, scripts and fonts that the pages use, as they lie below the site's root. */
  assetsDirectory: string
}

/** The templates have not been built. */
export class NoRenderer extends Error {
  override readonly name = 'NoRenderer'
}

/**
 * Loads the current build of the templates.
 *
 * @param rendererDirectory where the builds are, `web/dist/renderer`
 * @throws NoRenderer when there is none
 */
export async function loadRenderer(rendererDirectory: string): Promise<Renderer> {
  const build = await readCurrentBuild(rendererDirectory)
  if (build === undefined)
    throw new NoRenderer(
      `The templates have not been built: there is no current.json in ${rendererDirectory}. Run “pnpm --filter @careword/web build:renderer”.`,
    )
  return loadBuild(rendererDirectory, build)
}

/**
 * Loads a build of the templates that may be an older one.
 *
 * @returns undefined when it is not kept any more
 */
export async function loadKeptRenderer(
  rendererDirectory: string,
  build: string,
): Promise<Renderer | undefined> {
  return existsSync(entryOf(join(rendererDirectory, build))) ? loadBuild(rendererDirectory, build) : undefined
}

/** Loads a build of the templates, be it the current one or not. @throws when it is not there any more */
export async function loadBuild(rendererDirectory: string, build: string): Promise<Renderer> {
  const directory = join(rendererDirectory, build)
  const { render } = (await import(pathToFileURL(entryOf(directory)).href)) as { render: Render }
  return { build, render, assetsDirectory: join(directory, 'client') }
}

function entryOf(buildDirectory: string): string {
  return join(buildDirectory, 'server', 'entry.mjs')
}
