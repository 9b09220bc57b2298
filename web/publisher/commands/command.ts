import type { SiteDirectories } from '../directories.ts'

/** What a command of the CLI is given. */
export type CommandContext = {
  /** The environment; each command checks what it needs. */
  variables: Record<string, string | undefined>
  /** The folder that DATA_DIR names. */
  dataDirectory: string
  site: SiteDirectories
  /** What stands after the command's name. */
  words: readonly string[]
  /** Whether the answer is read by a program. */
  json: boolean
  /** Prints a line. */
  print: (line: string) => void
}

/** Does its work and gives the exit code; throws an error whose message is a sentence. */
export type Command = (context: CommandContext) => Promise<number>

/** The command was not written as it should be. The message says how. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}
