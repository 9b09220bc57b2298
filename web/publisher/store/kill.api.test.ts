import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { siteDirectories } from '../directories.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openReleaseStore } from './open-release-store.ts'
import { openServedSite } from './served-site.ts'
import { objectFile } from './store-layout.ts'

const KILLS = 6
const PATIENCE_MS = 120_000

test(
  'a publisher that is killed at any moment leaves one whole release, and the next one goes on',
  async () => {
    const folder = await temporaryFolder()
    const directories = siteDirectories({ SITE_DIR: join(folder, 'site') })
    const said: string[] = []
    const served = openServedSite(directories, (sentence) => said.push(sentence))

    /** The number that all pages of the site say, as a server reads them at this moment. */
    const shownNumber = () => {
      const release = served.release()
      if (!release) return 0
      const texts = ['a', 'b', 'c', `only-${release.number}`].map((name) => {
        const found = release.find(`${name}.html`)
        return found && readFileSync(objectFile(served.objectsDirectory, found.file.hash), 'utf8')
      })
      expect(new Set(texts)).toEqual(new Set([`release ${release.number} `.repeat(50)]))
      return release.number
    }

    let last = 0
    for (let kill = 0; kill < KILLS; kill += 1) {
      const script = join(import.meta.dirname, '..', 'testing', 'commit-for-ever.ts')
      const child = spawn(process.execPath, [script, directories.site])
      const ended = once(child, 'exit')
      let printed = ''
      child.stdout.on('data', (part: Buffer) => (printed += part.toString()))
      child.stderr.on('data', (part: Buffer) => (printed += part.toString()))
      const start = last
      while (last < start + 2 + Math.random() * 12) {
        if (child.exitCode !== null) throw new Error(`It ended by itself: ${printed}`)
        await new Promise((resolve) => setTimeout(resolve, 1))
        const number = shownNumber()
        expect(number).toBeGreaterThanOrEqual(last)
        last = number
      }
      child.kill('SIGKILL')
      await ended
      expect(printed).toBe('ready\n')
      last = shownNumber()
    }

    const store = await openReleaseStore(directories, (sentence) => said.push(sentence), { quietMs: 0 })
    expect([store.current?.number, store.newest]).toEqual([last, last])
    await store.settle(undefined, 'tree')
    const text = `release ${last} `.repeat(50)
    expect(
      Object.fromEntries(
        readdirSync(directories.site).map((name) => [
          name,
          readFileSync(join(directories.site, name), 'utf8'),
        ]),
      ),
    ).toEqual({ 'a.html': text, 'b.html': text, 'c.html': text, [`only-${last}.html`]: text })
    expect(said).toEqual([])
  },
  PATIENCE_MS,
)
