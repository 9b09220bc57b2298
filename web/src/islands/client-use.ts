import { join } from 'node:path'
import type { AstroIntegration } from 'astro'

/** Gives islands the directive `client:use`, which loads their scripts when somebody begins to use them. */
export function clientUse(): AstroIntegration {
  return {
    name: '@careword/client-use',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => {
        addClientDirective({
          name: 'use',
          entrypoint: join(import.meta.dirname, 'hydrate-on-use.ts'),
        })
      },
    },
  }
}
