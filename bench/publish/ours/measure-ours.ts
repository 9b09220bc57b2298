import { setTimeout as pause } from 'node:timers/promises'
import type { PreparedContent } from '../content/prepare.ts'
import type { Measuring } from '../measuring.ts'
import { settledDiskUse } from '../programs/disk.ts'
import { PeakMemory, residentMb } from '../programs/memory.ts'
import { PAUSE_MS } from '../programs/quiet.ts'
import type { Measured, OursResult } from '../results.ts'
import { median, summarise } from '../statistics.ts'
import { logIn } from './editor.ts'
import { measureEdits } from './edits.ts'
import { ownEnvironment } from './environment.ts'
import { measureNavigation, sampledPages } from './navigation.ts'
import {
  measureRebuilds,
  pagesOf,
  publisherFolders,
  removeSite,
  startPublisher,
  startServer,
  untilAtRest,
} from './publisher.ts'
import { startCms } from './start-cms.ts'

/** Of what takes seconds: enough for a median. */
const FULL_RUNS = 3
const REST_MS = 5000

/** So many articles at most have their cards drawn, and all else done that can wait, before the edits. */
const SMALL_SITE = 1000

/** Measures Careword: its real programs, in production mode, on SQLite, from outside. */
export async function measureOurs(
  { folder, articles }: PreparedContent,
  measuring: Measuring,
): Promise<Omit<OursResult, keyof Measured>> {
  const { atEnd, tell, quiet } = measuring
  const environment = await ownEnvironment(folder)
  const { CMS_URL, SITE_URL } = environment.settings.addresses
  const folders = publisherFolders(environment)
  const name = Date.now().toString(36)
  await removeSite(environment)
  const cms = await startCms(environment, atEnd)
  const editor = await logIn(CMS_URL)

  // Before the publisher runs and after it has ended: the edits lie between, and the machine may change its speed meanwhile.
  const saveAlone = async (run: string) =>
    (await measureEdits(editor, { articles, name: `${name}-${run}` }, measuring)).saveMs
  const aloneBefore = await saveAlone('before')

  const publisherPids: number[] = []
  const publisherPeak = new PeakMemory(() => publisherPids)
  const stopLooking = atEnd.add(() => Promise.resolve(void publisherPeak.stop()))
  await quiet.untilQuiet()
  const start = performance.now()
  const publisher = await startPublisher(environment, atEnd, (pid) => publisherPids.push(pid))
  const firstPublishSeconds = (performance.now() - start) / 1000
  const server = await startServer(environment, atEnd)
  const serverPeak = new PeakMemory(() => [server.pid])
  const stopLookingAtServer = atEnd.add(() => Promise.resolve(void serverPeak.stop()))
  const pages = (await pagesOf(environment)) ?? 0
  tell(`First publish: ${pages} pages in ${firstPublishSeconds.toFixed(1)} s.`)

  await untilAtRest(environment, atEnd)
  const isSmall = articles <= SMALL_SITE
  const siteBytes = isSmall ? await settledDiskUse(folders) : undefined
  const edited = await measureEdits(editor, { articles, name: `${name}-edit`, siteUrl: SITE_URL }, measuring)
  tell(
    `An edit: saved in ${median(edited.saveMs).toFixed(1)} ms, served after ${median(edited.servedMs).toFixed(1)} ms.`,
  )
  const editedBytes = isSmall ? await settledDiskUse(folders) : undefined

  const rebuilds = await measureRebuilds(environment, FULL_RUNS, measuring)
  if (rebuilds.length > 0) tell(`All pages anew: ${median(rebuilds).toFixed(1)} s.`)
  const navigation = await measureNavigation(
    editor,
    { articles, siteUrl: SITE_URL, changes: FULL_RUNS, name },
    quiet,
  )
  tell(`A change on all pages: ${median(navigation).toFixed(1)} s.`)

  await pause(REST_MS)
  const memoryMb = {
    rest: { publisher: residentMb(publisher.pid), server: residentMb(server.pid) },
    peak: { publisher: publisherPeak.stop(), server: serverPeak.stop() },
  }
  stopLooking()
  stopLookingAtServer()
  await publisher.stop()
  const aloneAfter = await saveAlone('after')
  const alone = [...aloneBefore, ...aloneAfter]
  tell(
    `A save alone: ${median(alone).toFixed(1)} ms (${median(aloneBefore).toFixed(1)} before, ${median(aloneAfter).toFixed(1)} after).`,
  )
  editor.close()
  await server.stop()
  await cms.stop()
  await removeSite(environment)

  return {
    pages,
    pageBytes: median(edited.pageBytes),
    pauseMs: PAUSE_MS,
    saveMs: summarise(edited.saveMs),
    servedMs: summarise(edited.servedMs),
    saveAloneMs: summarise(alone),
    firstPublishSeconds,
    rebuildSeconds: rebuilds.length > 0 ? summarise(rebuilds) : null,
    navigationSeconds: summarise(navigation),
    sampledPages: sampledPages(articles).length,
    memoryMb,
    siteMb: siteBytes === undefined ? null : siteBytes / 1e6,
    releaseKb:
      siteBytes === undefined || editedBytes === undefined
        ? null
        : (editedBytes - siteBytes) / 1e3 / edited.made,
  }
}
