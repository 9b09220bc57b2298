import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { freePorts } from '../../journeys/free-ports.ts'
import { readSettings } from '../environment/settings.ts'
import { StartError } from '../failure.ts'
import { rememberRunning } from '../processes/running.ts'
import { createProgress } from '../progress.ts'
import { checkPorts } from './check-ports.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'careword-ports-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Ports that are free, and a data directory of its own. */
async function settings() {
  const [CMS_PORT, SITE_PORT, PUBLISHER_PORT] = (await freePorts(3)).map(String)
  return readSettings({ DATA_DIR: folder, CMS_PORT, SITE_PORT, PUBLISHER_PORT }, folder)
}
const check = async () =>
  checkPorts(
    await settings(),
    createProgress(() => undefined),
  )

test('a start goes on where nothing runs', async () => {
  await expect(check()).resolves.toBeUndefined()
})

test('a second start on the same data is refused, though its ports are free', async () => {
  await rememberRunning(folder, { launcher: process.pid, programs: [] })
  await expect(check()).rejects.toThrow(StartError)
  await expect(check()).rejects.toThrow(`kill ${process.pid}`)
})

test('a second start is refused from the first on, not only when its programs run', async () => {
  await check()
  await expect(check()).rejects.toThrow(`Careword seems to be running here already`)
})
