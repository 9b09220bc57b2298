import type { PublishResult } from '../publish/publish-result.ts'
import type { SitePublisher } from '../site-publisher.ts'
import { CommandRefused } from './command-refused.ts'

/** Brings a release back and holds the site there. @throws CommandRefused when there is no such release */
export async function rollBack(publisher: SitePublisher, release: number | null): Promise<PublishResult> {
  try {
    return await publisher.rollback(release)
  } catch (error) {
    if ((error as Error).name !== 'NoSuchRelease') throw error
    const numbers = (await publisher.releases()).map((one) => one.number)
    const kept =
      numbers.length === 0
        ? 'None is kept yet.'
        : `Kept are ${Math.min(...numbers)} to ${Math.max(...numbers)}.`
    throw new CommandRefused(
      404,
      release === null
        ? 'There is no release before the one that the site shows.'
        : `There is no release ${release} to go back to. ${kept} “pnpm site releases” lists them.`,
      { cause: error },
    )
  }
}
