import { readEnvironment } from '@careword/shared/environment.ts'
import type { ReleaseSummary, SiteState } from '@careword/shared/delivery.ts'
import { offlineEnvironment } from '../environment.ts'
import { readableTime } from '../readable-time.ts'
import { askForSite } from '../service/ask-publisher.ts'
import { siteStateOf } from '../service/site-state.ts'
import type { CommandContext } from './command.ts'
import { describeHold } from './describe-outcome.ts'
import { openSitePublisher } from './open-site-publisher.ts'
import { withLockOrThere } from './with-lock.ts'

/** `site releases`: lists the releases that can be brought back. */
export async function releasesCommand(context: CommandContext): Promise<number> {
  const site = await withLockOrThere(
    context,
    async () => {
      const environment = readEnvironment(offlineEnvironment, context.variables)
      const silent = { ...context, print: () => undefined }
      return siteStateOf(await openSitePublisher(environment, silent), undefined)
    },
    askForSite,
  )
  if (context.json) context.print(JSON.stringify(site, null, 2))
  else describe(site).forEach(context.print)
  return 0
}

const CAUSES: Record<ReleaseSummary['cause'], string> = {
  publish: 'publish',
  withdrawal: 'withdrawal',
  rollback: 'rollback',
}

function describe({ releases, release, hold }: SiteState): string[] {
  if (releases.length === 0) return ['No release is kept: nothing was published yet.']
  const rows = releases.map(({ number, liveSince, cause, pages, changed }) => [
    String(number),
    readableTime(liveSince),
    CAUSES[cause],
    String(pages),
    String(changed),
    [...(number === release ? ['shown'] : []), ...(number === hold?.release ? ['held'] : [])].join(', '),
  ])
  return [
    ...table([['release', 'live since', 'cause', 'pages', 'changed', ''], ...rows]),
    ...(hold ? ['', describeHold(hold, 0)] : []),
  ]
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
