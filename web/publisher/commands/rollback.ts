import { WrongUse } from './command.ts'
import type { CommandContext } from './command.ts'
import { doCommand } from './do-command.ts'

/** `site rollback [n]`: brings a release back (the one before the present one) and holds the site there. */
export async function rollbackCommand(context: CommandContext): Promise<number> {
  const [word] = context.words
  if (word !== undefined && !/^[1-9]\d{0,14}$/.test(word))
    throw new WrongUse(
      `“rollback” takes the number of a release, but “${word}” came. “pnpm site releases” lists them.`,
    )
  return doCommand({ type: 'rollback', release: word === undefined ? null : Number(word) }, context)
}

/** `site resume`: ends the hold and publishes what waited. */
export async function resumeCommand(context: CommandContext): Promise<number> {
  return doCommand({ type: 'resume' }, context)
}
