import { count } from '../count.ts'
import type { PublishResult } from './publish-result.ts'

type Numbers = Pick<PublishResult, 'pages' | 'written' | 'removed' | 'durationMs'>

/** Says in one line what a publish did. */
export function describePublish({ pages, written, removed, durationMs }: Numbers): string {
  const time = durationMs < 1000 ? `${durationMs} ms` : `${(durationMs / 1000).toFixed(1)} s`
  if (written + removed === 0)
    return `The site is up to date: ${count(pages, 'page')}, nothing written (${time}).`
  return `Published ${count(pages, 'page')} in ${time}: ${count(written, 'file')} written, ${removed} removed.`
}
