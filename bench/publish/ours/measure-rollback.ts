import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { COMMAND_PATH, signCommand } from '@careword/shared/publisher-command.ts'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import { articleSlug } from '../content/article-slug.ts'
import { markOf } from '../content/changed-body.ts'
import { editedArticles } from '../content/edited-articles.ts'
import type { PreparedContent } from '../content/prepare.ts'
import type { Measuring } from '../measuring.ts'
import { createClient, sendJson, untilAnswered, untilShown } from '../programs/client.ts'
import type { Client } from '../programs/client.ts'
import type { Quiet } from '../programs/quiet.ts'
import type { Measured, RollbackResult } from '../results.ts'
import { median, summarise } from '../statistics.ts'
import { logIn } from './editor.ts'
import type { Editor } from './editor.ts'
import { ownEnvironment } from './environment.ts'
import { pagesOf, removeSite, startPublisher, startServer, untilAtRest } from './publisher.ts'
import { startCms } from './start-cms.ts'

const ROLLBACKS = 5

/**
 * Measures how long it takes to bring an earlier release back while the site goes on, when a document that it shows has
 * been withdrawn since: it must not come back.
 */
export async function measureRollback(
  { folder, articles }: PreparedContent,
  { atEnd, tell, quiet }: Measuring,
): Promise<Omit<RollbackResult, keyof Measured>> {
  const environment = await ownEnvironment(folder)
  const { CMS_URL, SITE_URL, PUBLISHER_URL } = environment.settings.addresses
  await removeSite(environment)
  const cms = await startCms(environment, atEnd)
  const editor = await logIn(CMS_URL)
  const publisher = await startPublisher(environment, atEnd, () => undefined)
  const server = await startServer(environment, atEnd)
  const pages = (await pagesOf(environment)) ?? 0
  await untilAtRest(environment, atEnd)
  const site = createClient(SITE_URL)
  const { NUDGE_SECRET = '' } = environment.variables

  const name = Date.now().toString(36)
  const servedMs: number[] = []
  const answeredMs: number[] = []
  const slugs = editedArticles(2 * ROLLBACKS, articles)
  for (let number = 0; number < ROLLBACKS; number += 1) {
    const edited = slugs[2 * number] ?? articleSlug(0)
    const withdrawn = otherThan(edited, slugs[2 * number + 1], articles)
    const times = await rollBackOnce(
      { editor, site, publisherUrl: PUBLISHER_URL, secrets: NUDGE_SECRET, quiet },
      { edited, withdrawn, name: `${name}-${number}` },
    )
    servedMs.push(times.servedMs)
    answeredMs.push(times.answeredMs)
  }
  tell(
    `A rollback of ${pages} pages: served after ${median(servedMs).toFixed(0)} ms, proved after ${median(answeredMs).toFixed(0)} ms.`,
  )
  for (const client of [site, editor]) client.close()
  for (const program of [server, publisher, cms]) await program.stop()
  await removeSite(environment)
  return { pages, servedMs: summarise(servedMs), answeredMs: summarise(answeredMs) }
}

function otherThan(slug: string, wish: string | undefined, articles: number): string {
  if (wish !== undefined && wish !== slug) return wish
  return [0, articles - 1].map(articleSlug).find((other) => other !== slug) ?? articleSlug(0)
}

const statusSchema = z.object({
  publishing: z.boolean(),
  waiting: z.boolean(),
  site: z.object({ release: z.number() }),
})

/** After a withdrawal the publisher compares everything with the CMS, which takes seconds. */
const QUIET_MS = 3_000

type Means = { editor: Editor; site: Client; publisherUrl: string; secrets: string; quiet: Quiet }

async function rollBackOnce(
  { editor, site, publisherUrl, secrets, quiet }: Means,
  { edited, withdrawn, name }: { edited: string; withdrawn: string; name: string },
): Promise<{ servedMs: number; answeredMs: number }> {
  const [page, gone] = [`/articles/${edited}/`, `/articles/${withdrawn}/`]
  // Commands come minutes apart, and the publisher does not keep a connection open for so long.
  const ask = async <Result>(use: (control: Client) => Promise<Result>): Promise<Result> => {
    const control = createClient(publisherUrl)
    try {
      return await use(control)
    } finally {
      control.close()
    }
  }
  const command = (what: PublisherCommand) =>
    ask(async (control) => {
      const { body, headers } = signCommand(what, secrets)
      const answer = await control.send(COMMAND_PATH, { method: 'POST', body, headers })
      if (answer.status !== 200)
        throw new Error(`${what.type} was answered with ${answer.status}: ${answer.body.toString()}`)
    })
  const edit = async (mark: string) => {
    await (await editor.open(edited, mark)).save()
    await untilShown(site, page, mark)
  }
  const [first, second] = [markOf(`${name}-1`), markOf(`${name}-2`)]
  await edit(first)
  const status = async () => statusSchema.parse(await ask((control) => sendJson(control, '/status')))
  const untilIdle = async () => {
    let idleSince = performance.now()
    while (performance.now() - idleSince < QUIET_MS) {
      const { publishing, waiting } = await status()
      if (publishing || waiting) idleSince = performance.now()
      await pause(100)
    }
  }
  const { release } = (await status()).site
  await edit(second)
  const put = await editor.withdraw(withdrawn)
  await untilAnswered(site, gone, 404)
  await untilIdle()
  await quiet.untilQuiet()

  const sentAt = performance.now()
  const since = () => performance.now() - sentAt
  const [answeredMs, servedMs] = await Promise.all([
    command({ type: 'rollback', release }).then(since),
    untilShown(site, page, first).then(since),
  ])
  const now = await site.send(gone)
  if (now.status !== 404)
    throw new Error(`${gone} was withdrawn, and the rollback brought it back: ${now.status}.`)

  await command({ type: 'resume' })
  await untilShown(site, page, second)
  await put()
  await untilAnswered(site, gone, 200)
  return { servedMs, answeredMs }
}
