import type { PayloadRequest } from 'payload'
import type { DocumentKey } from '@careword/shared/change-feed.ts'
import { keyOf } from '@careword/shared/change-feed.ts'
import type { SiteWarning, SiteWarnings } from '@careword/shared/delivery.ts'
import { isGlobal } from '../feed/published.ts'
import { fieldLabel } from './fault-field.ts'
import { formPath, kindOf } from './title.ts'

const LISTED = 10

/** A warning of the site for whoever can mend what it is about. */
export type WarningInWords = {
  /** What it is about, and its form in the admin, from the admin's root; null when that is not known. */
  document: { kind: string; title: string; path: string } | null
  sentence: string
}

/** The first warnings, and how many more there are. */
export type WarningsInWords = { listed: WarningInWords[]; more: number }

/** What the site warns of, in plain words. @param warnings undefined while nothing was heard of the site */
export function describeWarnings(req: PayloadRequest, warnings?: SiteWarnings): WarningsInWords {
  const { first, count } = warnings ?? { first: [], count: 0 }
  const listed = first.slice(0, LISTED).map((warning) => inWords(req, warning))
  return { listed, more: Math.max(0, count - listed.length) }
}

/** What the site warns of in one document, in plain words; of a site that has very many warnings, those that the CMS was told. */
export function describeWarningsOf(
  req: PayloadRequest,
  key: DocumentKey,
  warnings?: SiteWarnings,
): WarningsInWords {
  const first = (warnings?.first ?? []).filter(({ document }) => document && keyOf(document) === keyOf(key))
  return describeWarnings(req, { first, count: first.length })
}

function inWords(req: PayloadRequest, { document, field, text }: SiteWarning): WarningInWords {
  if (!document) return { document: null, sentence: text }
  const { collection, title } = document
  const kind = kindOf(req, collection)
  return {
    document: { kind, title: isGlobal(collection) ? kind : title, path: formPath(document) },
    sentence: field === null ? text : `Field “${fieldLabel(req, collection, field)}”: ${text}`,
  }
}
