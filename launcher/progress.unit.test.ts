import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { createProgress } from './progress.ts'

describe('createProgress', () => {
  test('tells a quick step in one line, with how long it took', async () => {
    const lines: string[] = []
    const result = await createProgress((line) => lines.push(line)).step('Looking', 'Looked', () =>
      Promise.resolve(3),
    )
    expect(result).toBe(3)
    expect(lines).toEqual([expect.stringMatching(/^ {2}✓ Looked \(0\.\d s\)$/)])
  })

  test('tells a slow step when it begins, too', async () => {
    const lines: string[] = []
    await createProgress((line) => lines.push(line)).step('Looking', 'Looked', () => pause(500))
    expect(lines).toEqual(['  … Looking', expect.stringContaining('✓ Looked (0.5 s)')])
  })

  test('tells a failure and passes it on', async () => {
    const lines: string[] = []
    const attempt = createProgress((line) => lines.push(line)).step('Looking', 'Looked', (detail) => {
      detail('half way')
      return Promise.reject(new Error('no light'))
    })
    await expect(attempt).rejects.toThrow('no light')
    expect(lines).toEqual(['  … Looking', '    half way', expect.stringContaining('✗ Looking: failed after')])
  })
})
