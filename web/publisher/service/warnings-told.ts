import { parseKey } from '@careword/shared/change-feed.ts'
import { WARNINGS_LIMIT } from '@careword/shared/delivery.ts'
import type { SiteWarning, SiteWarnings } from '@careword/shared/delivery.ts'
import { publicGlobals } from '@careword/shared/public-fields.ts'
import { parseRemark } from '../../content/remark.ts'
import type { Remark } from '../../content/remark.ts'
import { shortened } from '../../content/shortened.ts'

/** Each report has them with it, so what people wrote into titles and labels is not told at any length. */
const TITLE_LENGTH = 120
const TEXT_LENGTH = 300

/**
 * What the CMS is told of the warnings of a release, no more than `WARNINGS_LIMIT`. First comes what is about a global, since that
 * stands on every page.
 */
export function warningsTold(warnings: readonly string[]): SiteWarnings {
  const found = warnings.map((text) => ({ text, remark: parseRemark(text) }))
  const first = [...found.filter(isOfGlobal), ...found.filter((one) => !isOfGlobal(one))]
  return { first: first.slice(0, WARNINGS_LIMIT).map(toTell), count: warnings.length }
}

type Found = { text: string; remark: Remark | undefined }

function toTell({ text, remark }: Found): SiteWarning {
  if (!remark) return { document: null, field: null, text: shortened(text, TEXT_LENGTH) }
  const { document, field, reason } = remark
  const key = parseKey(`${document.collection}:${document.id}`)
  const title = shortened(document.title, TITLE_LENGTH)
  if (!key) return { document: null, field: null, text: shortened(`“${title}”: ${reason}`, TEXT_LENGTH) }
  return { document: { ...key, title }, field, text: shortened(reason, TEXT_LENGTH) }
}

function isOfGlobal({ remark }: Found): boolean {
  return publicGlobals.some((name) => name === remark?.document.collection)
}
