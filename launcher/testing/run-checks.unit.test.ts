import os from 'node:os'
import { expect, test } from '@jest/globals'
import { createSupervisor } from '../processes/supervisor.ts'
import type { Check } from './checks.ts'
import { runChecks } from './run-checks.ts'

const check = (title: string, code: string): Check => ({
  title,
  kind: 'lint',
  command: { program: process.execPath, args: ['-e', code], folder: os.tmpdir() },
})

test('runChecks counts each check, in the order given, and shows what failed has to say', async () => {
  const lines: string[] = []
  const outcomes = await runChecks(
    [
      check('slow', "setTimeout(() => console.log('fine'), 300)"),
      check('wrong', "console.error('line 7: no'); process.exit(1)"),
      check('quick', ''),
    ],
    { supervisor: createSupervisor(), variables: {}, write: (line) => lines.push(line) },
  )
  expect(outcomes.map(({ title, passed, failed }) => ({ title, passed, failed }))).toEqual([
    { title: 'slow', passed: 1, failed: 0 },
    { title: 'wrong', passed: 0, failed: 1 },
    { title: 'quick', passed: 1, failed: 0 },
  ])
  expect(lines).toContain('  ✗ wrong: it ended with exit code 1\nline 7: no')
  expect(lines.join('\n')).not.toContain('fine')
})
