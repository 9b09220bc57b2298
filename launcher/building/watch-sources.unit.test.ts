import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { watchSources } from './watch-sources.ts'

let folder: string
let stop: AbortController
let watched: Promise<void>

beforeEach(async () => {
  stop = new AbortController()
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword-watch-'))
  await mkdir(path.join(folder, 'pages'))
  await change('pages/old.ts')
})
afterEach(async () => {
  stop.abort()
  await watched
  await rm(folder, { recursive: true })
})

const change = (file: string) => writeFile(path.join(folder, file), String(performance.now()))

/** Longer than it takes to see that a change has settled. */
const NOTICED_AFTER_MS = 800

describe('watchSources', () => {
  test('calls back once for changes that come together, in folders below too', async () => {
    const calls = watch()
    await pause(50)
    await change('one.ts')
    await change('pages/two.ts')
    await pause(NOTICED_AFTER_MS)
    expect(calls.count).toBe(1)
  })

  test.each<[string, () => Promise<unknown>]>([
    ['is replaced', () => replace('pages/old.ts')],
    ['is removed', () => rm(path.join(folder, 'pages/old.ts'))],
    ['comes in a new folder', () => mkdir(path.join(folder, 'new')).then(() => change('new/one.ts'))],
  ])('notices a file that %s, and what is changed after that', async (_, act) => {
    const calls = watch()
    await pause(50)
    await act()
    await pause(NOTICED_AFTER_MS)
    expect(calls.count).toBe(1)
    await change('pages/old.ts')
    await pause(NOTICED_AFTER_MS)
    expect(calls.count).toBe(2)
  })

  test('calls back again, but not at once, when something changes meanwhile', async () => {
    const calls = watch(() => pause(NOTICED_AFTER_MS))
    await pause(50)
    await change('one.ts')
    await pause(NOTICED_AFTER_MS)
    expect(calls.count).toBe(1)
    await change('one.ts')
    await pause(2.5 * NOTICED_AFTER_MS)
    expect(calls).toEqual({ count: 2, atOnce: 0, mostAtOnce: 1 })
  })

  test('is silent once it was ended', async () => {
    const calls = watch()
    stop.abort()
    await watched
    await change('one.ts')
    await pause(NOTICED_AFTER_MS)
    expect(calls.count).toBe(0)
  })

  test('fails when a folder is not there', async () => {
    watched = Promise.resolve()
    await expect(watchSources([path.join(folder, 'gone')], () => Promise.resolve())).rejects.toThrow('gone')
  })
})

function watch(work: () => Promise<unknown> = () => Promise.resolve()) {
  const calls = { count: 0, atOnce: 0, mostAtOnce: 0 }
  const onChange = async () => {
    calls.count += 1
    calls.atOnce += 1
    calls.mostAtOnce = Math.max(calls.mostAtOnce, calls.atOnce)
    await work()
    calls.atOnce -= 1
  }
  watched = watchSources([folder], onChange, stop.signal)
  return calls
}

/** As many editors save. */
async function replace(file: string): Promise<void> {
  await change(`${file}~`)
  await rename(path.join(folder, `${file}~`), path.join(folder, file))
}
