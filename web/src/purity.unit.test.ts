import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'

/** What would make a page depend on something that its content does not hold. Islands run in the browser. */
const impure: readonly [what: string, pattern: RegExp, example: string][] = [
  ['the network', /\bfetch\s*\(/, 'fetch("/x")'],
  ['the environment', /\bprocess\.|import\.meta\.env|astro:env/, 'process.env.SITE_URL'],
  ['the clock', /\bDate\.now\b|\bDate\(\s*\)|\bperformance\./, 'new Date()'],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/, 'Math.random()'],
  ['files', /from ['"](?:node:)?fs/, "from 'node:fs'"],
  ['time', /\bawait\b|\basync\s*(?:\(|function)|\bsetTimeout\b/, 'await something'],
  ['a style attribute', /\bstyle=/, '<p style="color: red">'],
  // Data is no script: browsers run nothing of it.
  [
    'a script of its own',
    /is:inline|define:vars|<script(?! type="application\/ld\+json")/,
    '<script is:inline>',
  ],
]

const sources = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
  .filter(
    (entry) =>
      entry.isFile() &&
      /\.(?:astro|tsx?)$/.test(entry.name) &&
      !/\.test\.ts$|-for-tests\.ts$/.test(entry.name),
  )
  .map((entry) => join(entry.parentPath, entry.name))

const nameOf = (file: string) => relative(import.meta.dirname, file)
const isIsland = (file: string) => nameOf(file).startsWith('islands/')
const filesWith = (pattern: RegExp, among: readonly string[]) =>
  among.filter((file) => pattern.test(readFileSync(file, 'utf8'))).map(nameOf)

describe('templates', () => {
  test('are looked at', () => {
    expect(sources.map(nameOf)).toEqual(expect.arrayContaining(['pages/index.astro', 'rich-text/link.ts']))
  })

  test.each(impure)('do not depend on %s', (_, pattern, example) => {
    expect(example).toMatch(pattern)
    expect(
      filesWith(
        pattern,
        sources.filter((file) => !isIsland(file)),
      ),
    ).toEqual([])
  })

  test('outside of pages never answer with a Response: Astro would drop it without a word', () => {
    const components = sources.filter(
      (file) => !nameOf(file).startsWith('pages/') && nameOf(file) !== 'page/not-found.ts',
    )
    expect(filesWith(/new Response|Astro\.redirect|Astro\.rewrite|notFound\(/, components)).toEqual([])
  })

  test('keep nothing between two renderings', () => {
    expect(
      filesWith(
        /^(?:export )?(?:let|var)\b/m,
        sources.filter((file) => file.endsWith('.ts') && !isIsland(file)),
      ),
    ).toEqual([])
  })

  test('do not choose a tag by a variable', () => {
    expect(filesWith(/<\$\{|<\/\$\{|const Tag\b|<Tag\b/, sources)).toEqual([])
  })
})
