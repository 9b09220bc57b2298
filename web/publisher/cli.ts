import { parseArgs } from 'node:util'
import { WrongUse } from './commands/command.ts'
import type { Command } from './commands/command.ts'
import { publishCommand, rebuildCommand } from './commands/publish.ts'
import { releasesCommand } from './commands/releases.ts'
import { resumeCommand, rollbackCommand } from './commands/rollback.ts'
import { serveCommand } from './commands/serve.ts'
import { statusCommand } from './commands/status.ts'
import { verifyCommand } from './commands/verify.ts'
import { watchCommand } from './commands/watch.ts'
import { refuseDataInSite, siteDirectories } from './directories.ts'
import { loadVariables } from './environment.ts'
import { goOnWithoutOutput } from './lost-output.ts'
import { tellFailure } from './tell-failure.ts'

const HELP = `pnpm site <command>

  publish       Read the content from the CMS and bring the site up to date, once.
  rebuild       The same, and render every page anew.
  watch         Stay up, follow the CMS and publish each change.
  serve         Serve the site on this machine.
  status        Say how the running publisher is doing (exit code 1: not running, or in trouble).
  releases      List the releases that can be brought back.
  rollback [n]  Bring release n back (without n: the one before the present one) and hold the site there:
                changes wait, withdrawals go out.
  resume        End the hold and publish what waited.
  verify        Compare what visitors are served with a clean rendering of everything (exit code 1: they differ).
  help          Print this.

Options
  --json        Print JSON (not with watch and serve).

While a publisher is running, the other commands go to it.

Environment (every variable is explained in .env.example)
  DATA_DIR, SITE_DIR                         all commands
  CMS_URL, PUBLISHER_API_KEY, SITE_URL       publish, rebuild, resume, watch
  PROOF_URL                                  the same, rollback and verify: the server that visitors use
  PUBLISHER_PORT, NUDGE_SECRET               watch; the others, to reach it
  POLL_SECONDS                               watch
  SITE_PORT                                  serve
  DEBUG=1                                    print the stack of an error
`

/** A command, and how many words it takes after its name. */
type Entry = { run: Command; takes?: number }

const commands: Readonly<Record<string, Entry>> = {
  publish: { run: publishCommand },
  rebuild: { run: rebuildCommand },
  watch: { run: watchCommand },
  serve: { run: serveCommand },
  status: { run: statusCommand },
  releases: { run: releasesCommand },
  rollback: { run: rollbackCommand, takes: 1 },
  resume: { run: resumeCommand },
  verify: { run: verifyCommand },
}

const options = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const

async function main(args: string[]): Promise<number> {
  // Not strict, since what is wrong is then said in Node's words, which speak of “positional arguments”.
  const { positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!Object.hasOwn(options, token.name)) throw new WrongUse(`There is no option “${token.rawName}”.`)
    if (token.value !== undefined) throw new WrongUse(`“${token.rawName}” takes no value.`)
    given.add(token.name)
  }
  const [name = 'help', ...words] = positionals
  if (given.has('help') || name === 'help') {
    process.stdout.write(HELP)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new WrongUse(`There is no command “${name}”.`)
  const more = words.slice(command.takes ?? 0)
  if (more.length > 0) throw new WrongUse(`“${name}” takes no more words, but “${more.join(' ')}” came.`)
  const { variables, dataDirectory } = loadVariables()
  const site = siteDirectories(variables)
  refuseDataInSite(site.site, dataDirectory)
  return command.run({
    variables,
    dataDirectory,
    site,
    words,
    json: given.has('json'),
    print: (line) => process.stdout.write(`${line}\n`),
  })
}

// Who pipes the first lines to `head` does not want a publish to end in the middle.
goOnWithoutOutput()
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  tellFailure(error)
  const isWrongUse = error instanceof WrongUse
  if (isWrongUse) process.stderr.write('“pnpm site help” lists the commands and their options.\n')
  process.exitCode = isWrongUse ? 2 : 1
}
