import type { SiteState } from '@careword/shared/delivery.ts'
import type { SitePublisher } from '../site-publisher.ts'
import { warningsTold } from './warnings-told.ts'

/** How the site is now. @param trouble why it does not follow, as a sentence; undefined when it does */
export async function siteStateOf(
  publisher: Pick<SitePublisher, 'site' | 'hold' | 'releases' | 'warnings'>,
  trouble: string | undefined,
): Promise<SiteState> {
  const releases = await publisher.releases()
  const { site, hold, warnings } = publisher
  return {
    at: new Date().toISOString(),
    release: site?.release ?? null,
    pages: site?.pages ?? 0,
    liveSince: site?.liveSince ?? null,
    hold: hold ?? null,
    releases,
    trouble: trouble ?? null,
    warnings: warningsTold(warnings),
  }
}
