import { copyFileSync, linkSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fixtureSnapshot } from '../content/fixtures/snapshot.ts'
import { SITE_URL, TODAY } from '../content/reads.ts'
import { rendererForTests } from '../renderer/build-for-tests.ts'
import { siteRendererOf } from './publish/site-renderer.ts'
import type { SiteRenderer } from './publish/site-renderer.ts'
import { startFakeFeed } from './testing/fake-feed.ts'
import type { FakeFeed } from './testing/fake-feed.ts'
import { fillFeed } from './testing/fill-feed.ts'
import { lookAt } from './testing/life/look-at-site.ts'
import { siteInLife } from './testing/life/site-in-life.ts'
import { lives } from './testing/life/steps.ts'
import type { Step } from './testing/life/steps.ts'
import { quickTemporaryFolder } from './testing/temporary-folder.ts'

const RUNS = Number(process.env.CAREWORD_PROPERTY_RUNS ?? 300)
const TIME_A_RUN_MS = 10_000
const BUILD_TIME_MS = 120_000

/** Pulls look back over a minute: over one or two changes, so that a mistake in the cursor would be noticed. */
const BETWEEN_CHANGES_MS = 40_000

/** How many articles there are besides those of the fixture: with some, lists have several pages. */
const OLDER = [0, 0, 0, 0, 16]

let folder: string
let renderer: SiteRenderer

beforeAll(async () => {
  folder = await quickTemporaryFolder()
  const built = siteRendererOf(await rendererForTests())
  const assetsDirectory = join(folder, 'client')
  // Fonts and scripts are copied as styles are, and are large.
  await cp(built.assetsDirectory, assetsDirectory, {
    recursive: true,
    filter: (file) => !/\.(woff2|js)$/.test(file),
  })
  renderer = { ...built, assetsDirectory, build: 'good-0' }
  for (const older of new Set(OLDER)) {
    const cms = await startCms(older)
    const site = await siteInLife({ folder: beginning(older), cms, renderer })
    await site.compare()
    await lookAt(site, cms).atContent(undefined)
    await cms.stop()
  }
}, BUILD_TIME_MS)

const beginning = (older: number) => join(folder, `beginning-${older}`)

async function startCms(older: number): Promise<FakeFeed> {
  const cms = await startFakeFeed({ pageSize: 100, betweenChangesMs: BETWEEN_CHANGES_MS })
  fillFeed(cms, fixtureSnapshot({ older }))
  return cms
}

/** Files of the store never change, so they can be shared; to copy them would take half the time of a life. */
async function copySite(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    const copy = join(to, relative(from, file))
    if (entry.isDirectory()) mkdirSync(copy, { recursive: true })
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(file), copy)
    else if (file.includes('/objects/')) linkSync(file, copy)
    else copyFileSync(file, copy)
  }
}

/**
 * Lives through the steps, and compares the site with a clean one on the way and at the end.
 *
 * @param older which of the sites that were published before it goes on from; undefined for none
 */
async function live(life: readonly Step[], by: SiteRenderer, older?: number): Promise<void> {
  const home = await mkdtemp(join(folder, 'life-'))
  const cms = await startCms(older ?? 0)
  try {
    if (older !== undefined) await copySite(beginning(older), home)
    const site = await siteInLife({ folder: home, cms, renderer: by })
    const look = lookAt(site, cms)
    if (older === undefined) await site.compare()
    for (const step of life) {
      await site.do(step)
      if (step.looks) await look.atFiles()
    }
    await site.commit()
    await look.atContent((await site.compare())?.trouble)
    await look.atFiles()

    if (site.templates !== 'good')
      await site.do({ kind: 'restart', templates: 'good', keepsEarlier: true, moves: false })
    await site.do({ kind: 'resume' })
    const { trouble } = (await site.compare()) ?? {}
    expect(site.now.publisher.hold).toBeUndefined()
    await look.atContent(trouble)
    await look.atFiles()
    expect(await site.compare()).toMatchObject({ rendered: 0, written: 0, removed: 0 })
    if (life.some(({ kind }) => kind === 'settle' || kind === 'draw cards')) {
      await site.now.publisher.settle(new AbortController().signal, 'tree')
      await look.atFiles({ isDrawn: true })
      await look.atTree()
    }
  } finally {
    await cms.stop()
    await rm(home, { recursive: true, force: true })
  }
}

describe('after any sequence of changes', () => {
  test(
    'the site is byte for byte what a clean full publish makes',
    async () => {
      const property = fc.asyncProperty(fc.constantFrom(...OLDER), lives, (older, life) =>
        live(life, renderer, older),
      )
      await expect(
        fc.assert(property, { numRuns: RUNS, includeErrorInReport: true }),
      ).resolves.toBeUndefined()
    },
    RUNS * TIME_A_RUN_MS,
  )

  const keys = [...fixtureSnapshot().documents.keys()]
  const edit = (collection: string): Step => {
    const document = keys.findIndex((key) => key.startsWith(collection))
    return {
      kind: 'change',
      change: { kind: 'edit', document, field: 0, value: 1, silently: false },
      nudges: 1,
    }
  }
  const create: Step = { kind: 'change', change: { kind: 'create', document: 0, value: 1 }, nudges: 1 }
  const forgotten: readonly [what: string, isForgotten: (thing: string) => boolean, step: Step][] = [
    ['the date', (thing) => thing === TODAY, { kind: 'midnight', days: 400 }],
    [
      'the address of the site',
      (thing) => thing === SITE_URL,
      { kind: 'restart', keepsEarlier: true, moves: true },
    ],
    ['queries', (thing) => thing.startsWith('['), create],
    ['articles', (thing) => thing.startsWith('articles:'), edit('articles:')],
    ['people', (thing) => thing.startsWith('people:'), edit('people:')],
    ['the crisis lines', (thing) => thing.startsWith('crisis:'), edit('crisis:')],
  ]

  test.each(forgotten)(
    'it would not be if the reading of %s were forgotten',
    async (_, isForgotten, step) => {
      const forgetful: SiteRenderer = {
        ...renderer,
        render: async (path, snapshot) => {
          const page = await renderer.render(path, snapshot)
          return { ...page, reads: page.reads.filter(([thing]) => !isForgotten(thing)) }
        },
      }
      await expect(live([step], renderer)).resolves.toBeUndefined()
      await expect(live([step], forgetful)).rejects.toThrow('toEqual')
    },
  )
})
