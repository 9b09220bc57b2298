import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { rememberRunning, stillRunning } from '../processes/running.ts'
import { createSupervisor } from '../processes/supervisor.ts'
import { createProgress } from '../progress.ts'
import { startService } from './start-service.ts'

const supervisor = createSupervisor()
afterEach(() => supervisor.stop())

test('a program can be remembered before it answers, since the start may be ended by force until then', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'careword-service-'))
  const told: (string | undefined)[] = []
  // What the next start would be told at the moment when the program is asked for the first time.
  const server = createServer((_, response) => {
    void stillRunning(folder).then((sentence) => {
      told.push(sentence)
      response.end('ready')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const command = {
    name: 'lasting',
    program: process.execPath,
    args: ['-e', 'setInterval(() => {}, 1000)'],
    folder: os.tmpdir(),
    variables: {},
  }
  const { child } = await startService(
    { command, logFile: path.join(folder, 'logs', 'lasting.log') },
    {
      title: 'a program',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      patienceInSeconds: 10,
      // No process has the number 0, as if this one had been ended by force.
      onSpawned: () => rememberRunning(folder, { launcher: 0, programs: supervisor.pids() }),
    },
    { supervisor, progress: createProgress(() => undefined), atEnd: () => undefined },
  )
  server.close()
  await rm(folder, { recursive: true })
  expect(told).toEqual([expect.stringContaining(`Stop them with: kill ${child.pid}`)])
})
