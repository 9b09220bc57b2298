import { readEnvironment } from '@careword/shared/environment.ts'
import { count } from '../count.ts'
import { offlineEnvironment, statusEnvironment } from '../environment.ts'
import { describePublish } from '../publish/describe-publish.ts'
import { readableTime } from '../readable-time.ts'
import { takesNoRequests } from '../service/ask-publisher.ts'
import { readStatus } from '../service/read-status.ts'
import { siteStateOf } from '../service/site-state.ts'
import type { PublisherStatus } from '../service/status.ts'
import type { CommandContext } from './command.ts'
import { describeHold, describeProof } from './describe-outcome.ts'
import { openSitePublisher } from './open-site-publisher.ts'
import { withLockOrThere } from './with-lock.ts'

/** `site status`: says how the running publisher is doing. The exit code is 1 when there is none, or when it is in trouble. */
export async function statusCommand(context: CommandContext): Promise<number> {
  const { PUBLISHER_PORT } = readEnvironment(statusEnvironment, context.variables)
  const status = await readStatus(PUBLISHER_PORT)
  const site = status ?? (await siteOnDisk(context))
  const lines = context.json
    ? [JSON.stringify(site, null, 2)]
    : status
      ? describe(status)
      : [`No publisher answers on port ${PUBLISHER_PORT} (PUBLISHER_PORT).`, ...describeSite(site, 0)]
  lines.forEach(context.print)
  return status && troublesOf(status).length === 0 ? 0 : 1
}

type SiteOnly = Pick<PublisherStatus, 'site' | 'hold'>

/** What the site shows, when no publisher can be asked. */
async function siteOnDisk(context: CommandContext): Promise<SiteOnly> {
  return withLockOrThere(
    context,
    async () => {
      const environment = readEnvironment(offlineEnvironment, context.variables)
      const publisher = await openSitePublisher(environment, { ...context, print: () => undefined })
      const { release, pages, liveSince, hold } = await siteStateOf(publisher, undefined)
      return { site: release !== null && liveSince !== null ? { release, pages, liveSince } : null, hold }
    },
    // It has the lock, but does not answer on this port.
    ({ port, running }) => Promise.reject(takesNoRequests(port, running)),
  )
}

function troublesOf(status: PublisherStatus) {
  const { cmsTrouble, compareTrouble, publishTrouble, proofTrouble, settleTrouble, reportTrouble } = status
  return [cmsTrouble, compareTrouble, publishTrouble, proofTrouble, settleTrouble, reportTrouble].filter(
    (trouble) => trouble !== null,
  )
}

function describeSite({ site, hold }: SiteOnly, held: number): string[] {
  if (!site) return ['Nothing was ever published.']
  return [
    `The site has ${count(site.pages, 'page')}, as they are since ${readableTime(site.liveSince)} (release ${site.release}).`,
    ...(hold ? [describeHold(hold, held)] : []),
  ]
}

function describe(status: PublisherStatus): string[] {
  const { pid, startedAt, publishing, waiting, unfinished, lastPublish, lastProof, cardTrouble } = status
  return [
    `The publisher is running (process ${pid}) since ${readableTime(startedAt)}.`,
    ...describeSite(status, unfinished.held),
    ...(publishing ? [waiting ? 'It is publishing, and will do so once more.' : 'It is publishing.'] : []),
    ...(unfinished.failed > 0
      ? [`${count(unfinished.failed, 'change')} cannot be shown; the CMS says which and why.`]
      : []),
    ...(lastPublish
      ? [`Last publish at ${readableTime(lastPublish.at)}. ${describePublish(lastPublish)}`]
      : []),
    ...(lastPublish?.warnings.map((warning) => `Note: ${warning}`) ?? []),
    ...(cardTrouble ? [`Note, since ${readableTime(cardTrouble.since)}: ${cardTrouble.message}`] : []),
    ...(lastProof ? [`Last look at ${readableTime(lastProof.at)}.`, ...describeProof(lastProof)] : []),
    ...troublesOf(status).map(({ since, message }) => `Since ${readableTime(since)}: ${message}`),
  ]
}
