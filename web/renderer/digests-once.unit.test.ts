import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { withDigestsOnce } from './digests-once.ts'

const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'))
const encryption = () => readFile(join(astro, 'dist/core/encryption.js'), 'utf8')

type Digest = (data: string, algorithm: string) => Promise<string>

/** The function of the changed module, with a count of how often it made a digest. */
async function digestOf(): Promise<{ digest: Digest; made: () => number }> {
  const code = withDigestsOnce(await encryption())
  const start = code.indexOf('async function digestMadeAnew(')
  const own = code.slice(start, code.indexOf('\n}', start) + 2) + code.slice(code.indexOf('const digests'))
  let made = 0
  const subtle = {
    digest: (_: string, data: Uint8Array) => {
      made += 1
      return Promise.resolve(createHash('sha256').update(data).digest())
    },
  }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is tested is the text of a module
  const make = new Function(
    'crypto',
    'encoder',
    'encodeBase64',
    'ALGORITHMS',
    `${own}; return generateCspDigest`,
  ) as (...means: unknown[]) => Digest
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    digest: make({ subtle }, new TextEncoder(), base64, { 'SHA-256': 'sha256-' }),
    made: () => made,
  }
}

test('the digest of a text is made once, and is the right one', async () => {
  const { digest, made } = await digestOf()
  const right = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
  for (const text of ['a {}', 'b {}', 'a {}', '', '']) expect(await digest(text, 'SHA-256')).toBe(right(text))
  expect(made()).toBe(3)
})

test('a module that makes them in another way is refused', () => {
  expect(() => withDigestsOnce('export const generateCspDigest = () => 1')).toThrow('digests-once.ts')
})
