import { readEnvironment } from '@careword/shared/environment.ts'
import { count } from '../count.ts'
import { offlineEnvironment } from '../environment.ts'
import { createVisitor } from '../proof/visitor.ts'
import { provingTimes } from '../proof/proving.ts'
import { askToVerify } from '../service/ask-publisher.ts'
import { pagesInFolder } from '../service/pages-in-folder.ts'
import { verifySite } from '../service/verify-site.ts'
import type { Verification } from '../service/verify-site.ts'
import type { CommandContext } from './command.ts'
import { openSitePublisher } from './open-site-publisher.ts'
import { withLockOrThere } from './with-lock.ts'

/** `site verify`: compares what visitors are served with a clean rendering of everything. The exit code is 1 when they differ. */
export async function verifyCommand(context: CommandContext): Promise<number> {
  const print = context.json ? () => undefined : context.print
  const verification = await withLockOrThere(context, () => verifyHere({ ...context, print }), askToVerify)
  if (context.json) context.print(JSON.stringify(verification, null, 2))
  else describe(verification).forEach(context.print)
  const { different, missing, extra } = verification
  return different.length + missing.length + extra.length === 0 ? 0 : 1
}

async function verifyHere(context: CommandContext): Promise<Verification> {
  const environment = readEnvironment(offlineEnvironment, context.variables)
  const visitor = createVisitor(environment.PROOF_URL ?? environment.SITE_URL, provingTimes.attemptMs)
  try {
    const publisher = await openSitePublisher(environment, context)
    return await verifySite(publisher, visitor, await pagesInFolder(context.site.site))
  } finally {
    visitor.close()
  }
}

function describe({ server, compared, different, missing, extra }: Verification): string[] {
  const lists: [string, string[]][] = [
    ['differ from a clean rendering', different],
    ['are missing', missing],
    ['should not be there', extra],
  ]
  const wrong = lists.filter(([, paths]) => paths.length > 0)
  if (wrong.length === 0)
    return [`What ${server} serves is what a clean rendering gives: ${count(compared, 'file')} compared.`]
  return [
    `What ${server} serves is not what a clean rendering gives (${count(compared, 'file')} compared).`,
    ...wrong.flatMap(([title, paths]) => [
      `These ${title} (${paths.length}):`,
      ...paths.map((path) => `  ${path}`),
    ]),
    'To make it right: “pnpm site rebuild”.',
  ]
}
