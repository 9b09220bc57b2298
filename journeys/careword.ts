import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePorts } from './free-ports.ts'

/** A whole Careword of its own, started as a person starts it. */
export type Careword = {
  siteUrl: string
  cmsUrl: string
  /** Where the publisher tells how it is. */
  publisherUrl: string
  /** Where the first account is made. */
  setupLink: string
  /** Stops everything, as Ctrl-C does, and removes the data. */
  stop: () => Promise<void>
}

const START_PATIENCE_MS = 230_000

/**
 * Starts the launcher with a new data folder on free ports, and waits until it says that Careword is running.
 *
 * @throws an Error with what the launcher printed when it ends or takes too long
 */
export async function startCareword(): Promise<Careword> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), 'careword-journey-'))
  const [cms, site, publisher] = await freePorts(3)
  const launcher = spawn(process.execPath, [path.join(import.meta.dirname, '../launcher/start.ts')], {
    env: {
      ...process.env,
      DATA_DIR: dataDirectory,
      SITE_DIR: path.join(dataDirectory, 'site'),
      CMS_PORT: String(cms),
      SITE_PORT: String(site),
      PUBLISHER_PORT: String(publisher),
      POLL_SECONDS: '2',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const collect = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  launcher.stdout.on('data', collect)
  launcher.stderr.on('data', collect)
  const ended = once(launcher, 'exit')
  const stop = async () => {
    launcher.kill('SIGINT')
    await ended
    rmSync(dataDirectory, { recursive: true, force: true })
  }

  const giveUpAt = Date.now() + START_PATIENCE_MS
  while (!printed.includes('Careword is running.') || !/setup\?token=\S+/.test(printed)) {
    if (launcher.exitCode !== null || Date.now() > giveUpAt) {
      if (launcher.exitCode === null) await stop()
      throw new Error(`Careword did not start. It printed:\n${printed}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    siteUrl: `http://localhost:${site ?? ''}`,
    cmsUrl: `http://localhost:${cms ?? ''}`,
    publisherUrl: `http://127.0.0.1:${publisher ?? ''}`,
    setupLink: /http\S+setup\?token=\S+/.exec(printed)?.[0] ?? '',
    stop,
  }
}
