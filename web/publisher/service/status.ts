import { z } from 'zod'

const troubleSchema = z.object({ message: z.string(), since: z.string() }).nullable()

const holdSchema = z
  .object({ release: z.number(), origin: z.number().optional(), since: z.string() })
  .nullable()

const proofSchema = z
  .object({
    at: z.string(),
    /** How many addresses were looked at over HTTP. */
    addresses: z.number(),
    /** What visitors were not seen to find then, as sentences. */
    complaints: z.array(z.string()),
    durationMs: z.number(),
  })
  .nullable()

/** What a publish did, as far as a person wants to know. */
const publishSchema = z.object({
  pages: z.number(),
  written: z.number(),
  removed: z.number(),
  warnings: z.array(z.string()),
  durationMs: z.number(),
})

/** What `GET /status` of a running publisher answers. Times are ISO 8601. */
export const statusSchema = z.object({
  pid: z.number(),
  startedAt: z.string(),
  /** Whether a publish goes on. */
  publishing: z.boolean(),
  /** Whether another one follows it. */
  waiting: z.boolean(),
  /** Number of the last publish that ended since the start, well or not; those by command aside. */
  finished: z.number(),
  /** Up to where the content was read. */
  cursor: z.string().nullable(),
  /** What the site shows; null when nothing was ever published. */
  site: z.object({ release: z.number(), pages: z.number(), liveSince: z.string() }).nullable(),
  /** Where the site is held until it is resumed. */
  hold: holdSchema,
  /** How many changes of documents wait for the end of the hold, and how many cannot be shown. */
  unfinished: z.object({ held: z.number(), failed: z.number() }),
  /** The last publish since the start that went well. */
  lastPublish: publishSchema.extend({ at: z.string() }).nullable(),
  /** The last look at what visitors find. */
  lastProof: proofSchema,
  /** Why the CMS cannot be read at present. */
  cmsTrouble: troubleSchema,
  /** Why the site cannot be compared with all that is published at present. */
  compareTrouble: troubleSchema,
  /** Why the site cannot be published at present. */
  publishTrouble: troubleSchema,
  /** Why it is not proved that visitors find what was published. */
  proofTrouble: troubleSchema,
  /** Why the pictures for shared links cannot be drawn. The site is complete without, so it counts as no trouble of its own. */
  cardTrouble: troubleSchema,
  /** Why what follows a publish was left undone: above all the plain files for other hosts, which then show what was there before. */
  settleTrouble: troubleSchema,
  /** Why the CMS cannot be told what became of its changes. */
  reportTrouble: troubleSchema,
})

export type PublisherStatus = z.output<typeof statusSchema>

/** Path below the publisher's address that answers with the state of the site, releases included (`siteStateSchema`). */
export const SITE_PATH = '/site'

/** What a command came to. */
export const commandOutcomeSchema = publishSchema.extend({
  release: z.number().nullable(),
  liveSince: z.string().nullable(),
  hold: holdSchema,
  /** How many changes of documents this publish left waiting for the end of the hold, and how many it could not show. */
  unfinished: z.object({ held: z.number(), failed: z.number() }),
  /** Why the site does not follow, as a sentence. */
  trouble: z.string().nullable(),
  /** Null when nothing was to be looked at. */
  proof: proofSchema,
})

export type CommandOutcome = z.output<typeof commandOutcomeSchema>
