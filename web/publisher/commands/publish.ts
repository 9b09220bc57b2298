import type { CommandContext } from './command.ts'
import { doCommand } from './do-command.ts'

/** `site publish`: one publish, by this process or by the publisher that is running. */
export async function publishCommand(context: CommandContext): Promise<number> {
  return doCommand({ type: 'publish' }, context)
}

/** `site rebuild`: the same, and every page is rendered anew. */
export async function rebuildCommand(context: CommandContext): Promise<number> {
  return doCommand({ type: 'rebuild' }, context)
}
