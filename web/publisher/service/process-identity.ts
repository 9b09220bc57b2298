import { readIfThere } from '../files/read-if-there.ts'

/** A process that was killed but whose parent has not asked for its end stays in the list. */
const ENDED_STATES = new Set(['Z', 'X'])

/**
 * Tells one process from a later one with the same number, as there is after a restart of the machine or container:
 * on Linux by the boot and the moment the process began, elsewhere only by whether it is there.
 *
 * @returns an empty string when there is no such process
 */
export async function identityOf(pid: number): Promise<string> {
  const boot = await readIfThere('/proc/sys/kernel/random/boot_id')
  if (boot === undefined) return isAlive(pid) ? 'alive' : ''
  const stat = await readIfThere(`/proc/${pid}/stat`)
  // The name of the program, in brackets, may hold spaces; the state is the first word after it, the start the 20th.
  const words = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  const [state = 'X', startTime] = [words[0], words[19]]
  return startTime === undefined || ENDED_STATES.has(state) ? '' : `${boot.trim()} ${startTime}`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
