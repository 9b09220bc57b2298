import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { forgetRunning, rememberRunning, stillRunning } from './running.ts'

let folder: string
let ended: number

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword-running-'))
  const child = spawn(process.execPath, ['-e', ''])
  ended = child.pid ?? 0
  await once(child, 'exit')
})
afterEach(() => rm(folder, { recursive: true }))

describe('stillRunning', () => {
  test('knows nothing where nothing was started', async () => {
    expect(await stillRunning(folder)).toBeUndefined()
  })

  test('names the launcher that is alive', async () => {
    await rememberRunning(folder, { launcher: process.pid, programs: [ended] })
    expect(await stillRunning(folder)).toMatch(new RegExp(`running here already.* kill ${process.pid}$`))
  })

  test('names the programs that a launcher left behind', async () => {
    await rememberRunning(folder, { launcher: ended, programs: [process.pid, ended] })
    expect(await stillRunning(folder)).toMatch(new RegExp(`earlier start.* kill ${process.pid}$`))
  })

  test('takes no later process with the same number for what ran', async () => {
    await rememberRunning(folder, { launcher: process.pid, programs: [process.pid] })
    const file = path.join(folder, 'running.json')
    const remembered = (await readFile(file, 'utf8')).replace(
      /"identity":"[^"]+"/g,
      '"identity":"another boot 1"',
    )
    await writeFile(file, remembered)
    expect(await stillRunning(folder)).toBeUndefined()
  })

  test('cannot tell from a file of an earlier version', async () => {
    await writeFile(
      path.join(folder, 'running.json'),
      JSON.stringify({ launcher: process.pid, programs: [] }),
    )
    expect(await stillRunning(folder)).toBeUndefined()
  })

  test.each(['', '{"launcher":{"pid":1', 'null'])(
    'cannot tell from a file that a power cut or a full disk has left as “%s”',
    async (left) => {
      await writeFile(path.join(folder, 'running.json'), left)
      expect(await stillRunning(folder)).toBeUndefined()
    },
  )

  test('does not mind what has ended, or was forgotten', async () => {
    await rememberRunning(folder, { launcher: ended, programs: [ended] })
    expect(await stillRunning(folder)).toBeUndefined()
    await rememberRunning(folder, { launcher: process.pid, programs: [] })
    await forgetRunning(folder)
    expect(await stillRunning(folder)).toBeUndefined()
  })
})
