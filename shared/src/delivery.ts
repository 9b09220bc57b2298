import { z } from 'zod'
import { documentKeySchema } from './change-feed.ts'

/** Path below the CMS's address that takes what the publisher reports. Needs the scope “report deliveries”. */
export const DELIVERIES_PATH = '/api/site-deliveries'

/** Path of the list of changes whose way is not ended, for a publisher that starts or has missed something. */
export const PENDING_DELIVERIES_PATH = '/api/site-deliveries/pending'

/** The most deliveries that one request reports or one answer lists. */
export const DELIVERIES_LIMIT = 500

/** A change of one document: to a version of it, or (null) its withdrawal from the site. */
export const documentChangeSchema = documentKeySchema.extend({ version: z.string().nullable() })
export type DocumentChange = z.infer<typeof documentChangeSchema>

const live = documentChangeSchema.extend({
  state: z.literal('live'),
  /** When the site came to show it and that was proved. */
  at: z.iso.datetime(),
  /** The release that shows it. */
  release: z.number(),
  /** How many pages changed with it; 0 when no page had to, whether or not one shows what changed. */
  pages: z.number(),
})

const superseded = documentChangeSchema.extend({ state: z.literal('superseded') })

const held = documentChangeSchema.extend({
  state: z.literal('held'),
  /** The release at which the site is held. */
  release: z.number(),
})

const failed = documentChangeSchema.extend({
  state: z.literal('failed'),
  /** What is wrong and what to do about it, as a sentence for an editor. */
  reason: z.string(),
  /** The title of the document at fault and its top-level field; absent when it is not a document's fault. */
  fault: z.object({ title: z.string(), field: z.string() }).optional(),
})

/** Where one change is on its way to the public site. Without a report it is queued. */
export const deliveryReportSchema = z.discriminatedUnion('state', [live, superseded, held, failed])
export type DeliveryReport = z.infer<typeof deliveryReportSchema>

/** Why there is a release. */
export const releaseCauses = ['publish', 'withdrawal', 'rollback'] as const
export type ReleaseCause = (typeof releaseCauses)[number]

/** A release in a list. */
export const releaseSummarySchema = z.object({
  number: z.number(),
  /** When the site first showed it. */
  liveSince: z.iso.datetime(),
  cause: z.enum(releaseCauses),
  pages: z.number(),
  /** How many pages it changed. */
  changed: z.number(),
})
export type ReleaseSummary = z.infer<typeof releaseSummarySchema>

/** The most warnings that the CMS is told; each report has them with it. */
export const WARNINGS_LIMIT = 100

/** What an editor should know of the site, though it does not keep a page from being shown: a link that leads nowhere. */
export const siteWarningSchema = z.object({
  /** What it is about; null when that is no document of the CMS. */
  document: documentKeySchema.extend({ title: z.string() }).nullable(),
  /** The top-level field of the document. */
  field: z.string().nullable(),
  /** What is so and what to do about it, as a sentence for an editor. */
  text: z.string(),
})
export type SiteWarning = z.infer<typeof siteWarningSchema>

/** The warnings of a release. Documents that it cannot show as they are published are not among them: their deliveries say so. */
export const siteWarningsSchema = z.object({
  first: z.array(siteWarningSchema).max(WARNINGS_LIMIT),
  /** How many there are, told or not. */
  count: z.number(),
})
export type SiteWarnings = z.infer<typeof siteWarningsSchema>

/** How the site is, as the publisher says it. */
export const siteStateSchema = z.object({
  /** When this was so. */
  at: z.iso.datetime(),
  /** What the site shows; null when nothing was ever published. */
  release: z.number().nullable(),
  pages: z.number(),
  liveSince: z.iso.datetime().nullable(),
  /** The site stays at a release until it is resumed. */
  hold: z.object({ release: z.number(), since: z.iso.datetime() }).nullable(),
  /** Newest first; those that a rollback can bring back. */
  releases: z.array(releaseSummarySchema),
  /** Why the site does not follow at present, as a sentence; null when it does. */
  trouble: z.string().nullable(),
  /** Of the release that is shown. A publisher may tell of none. */
  warnings: siteWarningsSchema.default({ first: [], count: 0 }),
})
export type SiteState = z.infer<typeof siteStateSchema>

/** Body of `POST /api/site-deliveries`. */
export const deliveryReportsSchema = z.object({
  reports: z.array(deliveryReportSchema).max(DELIVERIES_LIMIT),
  site: siteStateSchema,
})
export type DeliveryReports = z.infer<typeof deliveryReportsSchema>

/** Answer of `GET /api/site-deliveries/pending`: changes that are queued, held or failed, oldest first. */
export const pendingDeliveriesSchema = z.object({ changes: z.array(documentChangeSchema) })
export type PendingDeliveries = z.infer<typeof pendingDeliveriesSchema>
