import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from '@jest/globals'
import { inProject } from '../project.ts'

const WATCHING = `
  import { watchStarter } from ${JSON.stringify(inProject('launcher', 'processes', 'starter.ts'))}
  watchStarter(() => { console.log('its starter is gone'); process.exit() })
  setTimeout(() => process.exit(), 10_000)
  console.log('watching')`

/** Starts the watching program through another one; its words then come even when that one is gone. */
function startThrough(name: string) {
  const starter = `
    require('node:child_process').spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(WATCHING)}], { stdio: 'inherit' })
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['-e', starter, name], { stdio: ['ignore', 'pipe', 'inherit'] })
}

describe('watchStarter', () => {
  test('notices that the package manager which started it was ended by force', async () => {
    const starter = startThrough('npm')
    let said = ''
    starter.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    while (!said.includes('watching')) await once(starter.stdout, 'data')
    expect(said).toBe('watching\n')
    starter.kill('SIGKILL')
    await once(starter, 'close')
    expect(said).toBe('watching\nits starter is gone\n')
  })
})
