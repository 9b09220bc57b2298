import { goOnWithoutOutput } from '../web/publisher/lost-output.ts'
import { explain } from './failure.ts'
import { stopRequested } from './processes/signals.ts'
import { createSupervisor, type Supervisor } from './processes/supervisor.ts'
import { createProgress, type Progress } from './progress.ts'

/** What a command of the launcher works with. */
export type Means = {
  supervisor: Supervisor
  progress: Progress
  /** Has something done when the command has ended, in whichever way. */
  atEnd: (task: () => Promise<void>) => void
}

/**
 * Runs a command of the launcher to its end, to its failure, or until it is asked to stop; then stops every program
 * that it started, and ends this process: with the command's exit code, or 1 when it threw.
 *
 * @param task the command, which gives its exit code; what it throws is shown
 * @param exitCodeWhenAsked for when it is asked to stop; 0 suits a command that only ends so
 */
export async function launch(
  task: (means: Means) => Promise<number>,
  { exitCodeWhenAsked = 1 } = {},
): Promise<never> {
  // `tee` ends at the same Ctrl-C: the programs are to be stopped all the same.
  goOnWithoutOutput()
  const supervisor = createSupervisor()
  const progress = createProgress((line) => process.stdout.write(`${line}\n`))
  const endTasks: (() => Promise<void>)[] = []
  const means: Means = { supervisor, progress, atEnd: (endTask) => endTasks.push(endTask) }
  const asked = stopRequested().then(() => 'asked' as const)
  let exitCode: number
  try {
    const end = await Promise.race([task(means), supervisor.failure, asked])
    if (end === 'asked') progress.note('\nStopping …')
    exitCode = end === 'asked' ? exitCodeWhenAsked : end
  } catch (error) {
    process.stderr.write(`\n${explain(error)}\n`)
    exitCode = 1
  }
  await supervisor.stop()
  for (const endTask of endTasks) await endTask()
  // A step that was under way when a stop was asked for must not keep the process alive.
  process.exit(exitCode)
}
