import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { startFakeFeed } from './testing/fake-feed.ts'
import type { FakeFeed } from './testing/fake-feed.ts'
import { fillFeed } from './testing/fill-feed.ts'
import { runScript } from './testing/run-cli.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

/** The build of the templates is part of it. */
const PATIENCE_MS = 120_000

let cms: FakeFeed
let folder: string

beforeEach(async () => {
  cms = await startFakeFeed()
  folder = await temporaryFolder()
})
afterEach(async () => {
  await cms.stop()
})

const build = async (variables: Record<string, string>) => {
  const command = runScript('build.ts', [], {
    DATA_DIR: join(folder, 'data'),
    SITE_DIR: join(folder, 'site'),
    ...variables,
  })
  return { code: await command.ended, printed: command.printed() }
}

describe('the build of web/', () => {
  test(
    'builds the templates alone when it is told of no CMS',
    async () => {
      const { code, printed } = await build({ CMS_URL: '', PUBLISHER_API_KEY: '' })
      expect([code, printed]).toEqual([
        0,
        expect.stringMatching(/^Templates built: \S+\n.*was not built: that takes CMS_URL/),
      ])
    },
    PATIENCE_MS,
  )

  test(
    'emits the site when it is told of a CMS, and keeps it when that is down the next time',
    async () => {
      fillFeed(cms, fixtureSnapshot())
      const given = { CMS_URL: cms.url, PUBLISHER_API_KEY: cms.key, SITE_URL: 'https://learn.example.org' }
      expect(await build(given)).toEqual({ code: 0, printed: expect.stringMatching(/Published \d+ pages/) })
      const page = () => readFile(join(folder, 'site', 'index.html'), 'utf8')
      expect(await page()).toContain('Harbor Street Clinic')

      await cms.stop()
      const { code, printed } = await build(given)
      expect(code).toBe(1)
      expect(printed).toContain(`The CMS at ${cms.url} does not answer`)
      expect(printed).not.toMatch(/^ +at /m)
      expect(await page()).toContain('Harbor Street Clinic')
    },
    PATIENCE_MS,
  )
})
