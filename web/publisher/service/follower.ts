import { keyOf } from '@careword/shared/change-feed.ts'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import type { DocumentChange } from '@careword/shared/delivery.ts'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'
import { answerPending } from '../deliveries/answer-pending.ts'
import { startDeliveries } from '../deliveries/deliveries.ts'
import type { Deliveries } from '../deliveries/deliveries.ts'
import type { DeliveryClient } from '../deliveries/delivery-client.ts'
import { describePublish } from '../publish/describe-publish.ts'
import { PublishError } from '../publish/publish-errors.ts'
import type { PublishResult } from '../publish/publish-result.ts'
import { startProving } from '../proof/proving.ts'
import type { Proof, Proving, ProvingTimes } from '../proof/proving.ts'
import type { Visitor } from '../proof/visitor.ts'
import type { CatchUp, Synchronised } from '../feed/synchronise.ts'
import type { SitePublisher } from '../site-publisher.ts'
import { bothOutcomes, outcomeOf } from './command-outcome.ts'
import { CommandRefused } from './command-refused.ts'
import { failureOf } from './failure-of.ts'
import { rollBack } from './roll-back.ts'
import { siteStateOf } from './site-state.ts'
import type { CommandOutcome, PublisherStatus } from './status.ts'
import { reportTrouble } from './trouble.ts'

export type FollowerOptions = {
  publisher: SitePublisher
  /** Looks at the site as visitors do; without one nothing is proved, and nothing is reported as live. */
  visitor: Visitor | undefined
  provingTimes?: ProvingTimes
  deliveryClient: DeliveryClient
  /** How long to wait after a report could not be sent, first and at most. In milliseconds. */
  retryMs: { first: number; longest: number }
  /** Takes sentences about what is being done. */
  log: (sentence: string) => void
}

/** Publishes, proves and reports. Only one of `run` and `perform` may go on at a time. */
export type Follower = {
  /**
   * Brings the site to what the CMS has published. What goes wrong is kept as a trouble.
   *
   * @returns whether all went well, and what should follow
   */
  run(how: CatchUp & { everything?: boolean }): Promise<{ isWell: boolean; next: Synchronised['next'] }>
  /** Does a command. @throws CommandRefused, FeedError, PublishError */
  perform(command: PublisherCommand): Promise<CommandOutcome>
  /** The date that the site shows; undefined before the first publish. */
  readonly dayShown: string | undefined
  /** Why the site does not follow, as a sentence; undefined when it does. */
  readonly trouble: string | undefined
  readonly deliveries: Deliveries
  readonly proving: Proving | undefined
  status(): Pick<
    PublisherStatus,
    | 'cursor'
    | 'site'
    | 'hold'
    | 'unfinished'
    | 'lastPublish'
    | 'lastProof'
    | 'cmsTrouble'
    | 'publishTrouble'
    | 'proofTrouble'
    | 'reportTrouble'
  >
  close(): void
}

/** So many releases are told to the CMS; `site releases` lists all. */
const TOLD_RELEASES = 20

export function createFollower(options: FollowerOptions): Follower {
  const { publisher, visitor, log } = options
  const cmsTrouble = reportTrouble(log, 'The CMS answers again.')
  const publishTrouble = reportTrouble(log, 'The site can be published again.')
  const proofTrouble = reportTrouble(log, 'Visitors find what was published.')
  let lastPublish: PublisherStatus['lastPublish'] = null
  let lastResult: PublishResult | undefined
  let dayShown: string | undefined

  const siteTrouble = () => (publishTrouble.current ?? cmsTrouble.current ?? proofTrouble.current)?.message
  const deliveries = startDeliveries({
    client: options.deliveryClient,
    state: async () => {
      const state = await siteStateOf(publisher, siteTrouble())
      return { ...state, releases: state.releases.slice(0, TOLD_RELEASES) }
    },
    retryMs: options.retryMs,
    log,
  })
  const proving =
    visitor &&
    startProving({
      visitor,
      ...(options.provingTimes && { times: options.provingTimes }),
      onProved: (outcomes) => {
        const at = new Date().toISOString()
        deliveries.report(outcomes.map((outcome) => ({ ...outcome, at })))
        noteProof()
      },
      onUnseen: (unseen) => {
        deliveries.report(
          unseen.map(({ outcome: { collection, id, version }, reason }) => ({
            collection,
            id,
            version,
            state: 'failed',
            reason,
          })),
        )
        noteProof()
      },
    })
  const noteProof = () => {
    const complaint = proving?.complaint
    const before = proofTrouble.current?.message
    proofTrouble.record(complaint === undefined ? undefined : new Error(complaint))
    if (before !== complaint) deliveries.tellState()
  }

  /** Proves and reports what a publish did. */
  const took = async (result: PublishResult): Promise<Proof | undefined> => {
    const { pages, written, removed, warnings, durationMs } = result
    lastResult = result
    lastPublish = {
      at: new Date().toISOString(),
      pages,
      written,
      removed,
      warnings: [...warnings],
      durationMs,
    }
    if (written + removed > 0) log(describePublish(lastPublish))
    publishTrouble.record(result.trouble === undefined ? undefined : new PublishError(result.trouble))
    const proof = await proving?.prove(result)
    noteProof()
    // Those that are live are reported when that is proved.
    deliveries.report(result.outcomes.filter((outcome) => outcome.state !== 'live'))
    deliveries.tellState()
    return proof
  }

  const follow = async ({
    compareAll,
    documents,
    index,
    everything = false,
  }: Parameters<Follower['run']>[0]) => {
    // Asked for before the content is read: what is pending by now is in what is read then.
    const compares = compareAll || !publisher.isComplete
    const pending = compares ? await deliveries.pending() : []
    let next: Synchronised['next'] = 'nothing'
    const cmsError = await failureOf(async () => {
      // When it could not be read the last time, more than this may have been missed.
      const named = cmsTrouble.current ? undefined : documents
      ;({ next } = await publisher.catchUp({ compareAll, documents: named, index }))
    })
    cmsTrouble.record(cmsError)
    let proof: Proof | undefined
    let publishError: unknown
    // A new day changes pages even when the CMS is down.
    if (publisher.isComplete) {
      dayShown = publisher.today()
      publishError = await failureOf(async () => {
        proof = await took(await publisher.publish({ everything }))
      })
      if (publishError !== undefined) publishTrouble.record(publishError)
    }
    if (cmsError === undefined) {
      answer(pending)
      if (publishError === undefined) answer(await unchangedAmong(documents ?? []))
    }
    deliveries.tellState(compares && cmsError === undefined)
    return { error: publishError ?? cmsError, proof, next }
  }
  /**
   * What the CMS waits for though the site shows it, after a run for documents of which a publish told nothing: a save may leave
   * what the public sees as it was.
   */
  const unchangedAmong = async (documents: readonly DocumentKey[]): Promise<DocumentChange[]> => {
    const told = new Set(lastResult?.outcomes.map(keyOf))
    if (documents.every((key) => told.has(keyOf(key)))) return []
    return (await deliveries.pending()).filter((change) => publisher.shown(change) === change.version)
  }
  const answer = (pending: readonly DocumentChange[]) => {
    const { site, hold } = publisher
    // Without a look at the server nobody can say that something is live.
    if (!site || !proving) return
    deliveries.report(
      answerPending(pending, {
        ...site,
        hold,
        shown: (key) => publisher.shown(key),
        unfinished: (change) => deliveries.unfinished(change),
        isUnproved: (key) => proving.isWaiting(key),
        trouble: publishTrouble.current?.message,
      }),
      { again: true },
    )
  }

  const followForCommand = async (how: Parameters<Follower['run']>[0]): Promise<CommandOutcome> => {
    const { error, proof } = await follow(how)
    if (error !== undefined) throw error as Error
    if (!lastResult) throw new PublishError('The content is not complete, so nothing was published.')
    return outcomeOf(lastResult, proof, publisher.hold)
  }
  /** The CMS takes long to make the list to compare with, when there is much. Meanwhile all pages are rendered. */
  const rebuild = async (): Promise<CommandOutcome> => {
    if (!publisher.isComplete) return followForCommand({ compareAll: true, everything: true })
    const reading = publisher.readIndex()
    // Whatever comes first is told; this may come too late to be.
    reading.catch(() => undefined)
    const rendered = await followForCommand({ compareAll: false, everything: true })
    return bothOutcomes(rendered, await followForCommand({ compareAll: true, index: await reading }))
  }
  const resume = async (): Promise<CommandOutcome> => {
    await publisher.resume()
    try {
      return await followForCommand({ compareAll: false })
    } catch (cause) {
      const { message } = cause as Error
      throw new PublishError(
        `The hold has ended, but the site could not follow yet: ${message} It follows by itself as soon as it can.`,
        { cause },
      )
    }
  }

  return {
    async run(how) {
      const { error, next } = await follow(how)
      return { isWell: error === undefined && publishTrouble.current === undefined, next }
    },
    async perform(command) {
      switch (command.type) {
        case 'publish':
          return followForCommand({ compareAll: true })
        case 'rebuild':
          return rebuild()
        case 'rollback': {
          const result = await rollBack(publisher, command.release)
          const proof = await took(result)
          return outcomeOf(result, proof, publisher.hold)
        }
        case 'resume':
          if (!publisher.hold)
            throw new CommandRefused(409, 'The site is not held at a release, so there is nothing to resume.')
          return resume()
      }
    },
    get dayShown() {
      return dayShown
    },
    get trouble() {
      return siteTrouble()
    },
    deliveries,
    proving,
    status: () => ({
      cursor: publisher.cursor ?? null,
      site: publisher.site ?? null,
      hold: publisher.hold ?? null,
      unfinished: deliveries.counts,
      lastPublish,
      lastProof: proving?.last ?? null,
      cmsTrouble: cmsTrouble.current ?? null,
      publishTrouble: publishTrouble.current ?? null,
      proofTrouble: proofTrouble.current ?? null,
      reportTrouble: deliveries.trouble ?? null,
    }),
    close() {
      proving?.close()
      deliveries.close()
    },
  }
}
