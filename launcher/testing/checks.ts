import type { Command } from '../processes/child.ts'
import { inProject } from '../project.ts'

/** A check of the source text that is not a test: it passes or it fails. */
export type Check = {
  title: string
  kind: 'format' | 'lint' | 'types'
  command: Omit<Command, 'name' | 'variables'>
}

const node = (folder: string, program: string, ...args: string[]) => ({
  program: process.execPath,
  args: [inProject(folder, 'node_modules', program), ...args],
  folder: inProject(folder),
})
const types = (of: string, folder: string): Check => ({
  title: `types of ${of}`,
  kind: 'types',
  command: node('', 'typescript/bin/tsc', '--noEmit', '-p', folder),
})
const prettierCache = inProject('node_modules', '.cache', 'prettier')

/** Everything that has to be clean, the slowest first so that two at once end together. */
export const checks: Check[] = [
  {
    title: 'lint (ESLint)',
    kind: 'lint',
    command: node('', 'eslint/bin/eslint.js', '--max-warnings', '0', '.'),
  },
  {
    title: 'format (Prettier)',
    kind: 'format',
    command: node(
      '',
      'prettier/bin/prettier.cjs',
      '--check',
      '--cache',
      '--cache-location',
      prettierCache,
      '.',
    ),
  },
  types('the CMS', 'cms'),
  types('the site', 'web'),
  types('shared', 'shared'),
  types('the launcher and journeys', '.'),
  types('the benchmarks', 'bench'),
  types('the benchmark’s loading', 'bench/publish/database'),
  types('the benchmark’s Astro project', 'bench/publish/astro/project'),
  types('the benchmark’s Next project', 'bench/publish/next/project'),
  {
    title: 'types of the templates (astro check)',
    kind: 'types',
    command: node('web', 'astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'),
  },
]
