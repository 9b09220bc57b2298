import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { nextOf, oursOf, resultsOf } from './report/results-for-tests.ts'
import { mergeResults, readResults, writeResults } from './results.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'careword-results-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('mergeResults', () => {
  test('puts a part in the place of the earlier one, and leaves the others', () => {
    const earlier = resultsOf()
    const { machine } = earlier
    const merged = mergeResults(earlier, { machine, size: 100, part: { next: nextOf(99) } })

    expect(merged.sizes['100']).toEqual({ ...earlier.sizes['100'], next: nextOf(99) })
    expect(merged.sizes['1000']).toEqual(earlier.sizes['1000'])
  })

  test('drops what another machine measured', () => {
    const machine = { ...resultsOf().machine, cores: 64 }
    const ours = oursOf()

    expect(mergeResults(resultsOf(), { machine, size: 100, part: { ours } })).toEqual({
      machine,
      sizes: { '100': { ours } },
    })
  })
})

describe('readResults', () => {
  test('gives what writeResults wrote', async () => {
    const file = path.join(folder, 'deep', 'results.json')
    await writeResults(file, resultsOf())

    expect(await readResults(file)).toEqual(resultsOf())
  })

  test('gives nothing before the first run', async () => {
    expect(await readResults(path.join(folder, 'none.json'))).toBeUndefined()
  })

  test('says what to do with a file that holds something else', async () => {
    const file = path.join(folder, 'broken.json')
    writeFileSync(file, '{ "machine": 1 }')

    await expect(readResults(file)).rejects.toThrow('Delete it and measure again.')
  })
})
