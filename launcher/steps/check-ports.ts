import { portComplaints } from '../environment/ports.ts'
import type { Settings } from '../environment/settings.ts'
import { StartError } from '../failure.ts'
import { rememberRunning, stillRunning } from '../processes/running.ts'
import type { Progress } from '../progress.ts'
import { portUses } from '../services.ts'

/**
 * Two starts on one data directory would write into one database, whatever their ports are. So this one is remembered at once,
 * before it builds.
 *
 * @throws StartError that says what of ours runs already, or names each port that is taken and the variable that changes it
 */
export async function checkPorts(settings: Settings, progress: Progress): Promise<void> {
  const uses = portUses(settings)
  const numbers = uses.map(({ port }) => port).join(', ')
  await progress.step('Looking at the ports', `Ports ${numbers} are free`, async () => {
    const other = await stillRunning(settings.dataDirectory)
    if (other !== undefined) throw new StartError(other)
    const complaints = await portComplaints(uses)
    if (complaints.length > 0)
      throw new StartError(
        [...complaints, 'Set variables before the command or in the file .env.'].join('\n'),
      )
    await rememberRunning(settings.dataDirectory, { launcher: process.pid, programs: [] })
  })
}
