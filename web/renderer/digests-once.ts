import type { AstroIntegration } from 'astro'

const ENCRYPTION = '/astro/dist/core/encryption.js'
const ORIGINAL = 'async function generateCspDigest('

/**
 * Has Astro work out each digest of its content-security policy once. It would do it for the styles and scripts of
 * every page anew, in another thread for which the page waits, though all pages have the same few.
 */
export function digestsOnce(): AstroIntegration {
  return {
    name: '@careword/digests-once',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'careword:digests-once',
                transform: (code, id) => (id.endsWith(ENCRYPTION) ? withDigestsOnce(code) : undefined),
              },
            ],
          },
        })
      },
    },
  }
}

/**
 * The module of Astro that makes digests, changed. Digests are few: a publish refuses pages whose policies differ.
 *
 * @throws Error when it is not the module that this was written for
 */
export function withDigestsOnce(code: string): string {
  if (code.split(ORIGINAL).length !== 2)
    throw new Error('Astro makes digests in another way than before: see renderer/digests-once.ts.')
  return `${code.replace(ORIGINAL, 'async function digestMadeAnew(')}
const digests = new Map();
async function generateCspDigest(data, algorithm) {
  const name = algorithm + ' ' + data;
  let digest = digests.get(name);
  if (digest === undefined) digests.set(name, (digest = await digestMadeAnew(data, algorithm)));
  return digest;
}
`
}
