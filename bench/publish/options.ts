import { parseArgs } from 'node:util'

/** What can be measured on its own: Careword, its rollback, and the three it is compared with. */
export const parts = ['ours', 'rollback', 'astro', 'incremental', 'next'] as const
export type Part = (typeof parts)[number]

/** What a run of the benchmark is told. */
export type Options = {
  /** How many articles the sites have. */
  sizes: number[]
  parts: Part[]
  /** How many edits are measured of each that is quick. */
  edits: number
  /** How many builds are measured of each that is slow. */
  builds: number
  /** How many edits and pauses of a part are left out at most, since the machine is not quiet. */
  patience: number
  /** Whether the content stays, for a further run. */
  keep: boolean
}

/** The command line is not understood; the message says what was expected. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}

export const HELP = `pnpm bench publish [options]

  --sizes 100,1000,10000   How many articles the sites have.
  --only ours,next         What to measure: ${parts.join(', ')}. Left out: all. The rest of the results stays.
  --edits 20               How many edits to measure of what is quick.
  --builds 5               How many builds to measure of what is slow; with 10,000 articles 3 of a full build.
  --patience 500           How many edits to leave out of each part where the machine is not quiet; then it measures all the same.
  --keep                   Keep the content of each size in bench/work, for a further run of this commit.
  --help                   Print this.
`

/** @returns undefined when help was asked for. @throws WrongUse */
export function readOptions(args: string[]): Options | undefined {
  const { values } = parse(args)
  if (values.help) return undefined
  const only = values.only.split(',').filter(Boolean)
  const unknown = only.find((name) => !isPart(name))
  if (unknown !== undefined)
    throw new WrongUse(`--only knows ${parts.join(', ')}; “${unknown}” is none of them.`)
  return {
    sizes: values.sizes.split(',').map((text) => whole('sizes', text, 10)),
    parts: parts.filter((part) => only.length === 0 || only.includes(part)),
    edits: whole('edits', values.edits, 1),
    builds: whole('builds', values.builds, 1),
    patience: whole('patience', values.patience, 0),
    keep: values.keep,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        sizes: { type: 'string', default: '100,1000,10000' },
        only: { type: 'string', default: '' },
        edits: { type: 'string', default: '20' },
        builds: { type: 'string', default: '5' },
        patience: { type: 'string', default: '500' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (cause) {
    throw new WrongUse(Error.isError(cause) ? cause.message : String(cause), { cause })
  }
}

function isPart(name: string): name is Part {
  return (parts as readonly string[]).includes(name)
}

const MOST = 100_000

function whole(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= MOST) return number
  throw new WrongUse(`--${name} takes whole numbers from ${least} to ${MOST}; “${text}” is none.`)
}
