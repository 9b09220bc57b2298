import type { AstroIntegration } from 'astro'

/** Builds the templates into a server bundle that exports `render`, instead of a server or a folder of pages. */
export function rendererAdapter(): AstroIntegration {
  return {
    name: '@careword/renderer',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: '@careword/renderer',
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- only its other value, 'explicit', is
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable' },
        })
      },
    },
  }
}
