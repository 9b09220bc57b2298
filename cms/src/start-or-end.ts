import { EnvironmentError } from '@careword/shared/environment.ts'

/**
 * Starts the CMS with the server, or ends the process with the exit code 1 and the reason. Next by itself would go on to listen,
 * answer every request with 500, and try again with each.
 */
export async function startOrEnd(): Promise<void> {
  try {
    // What it loads reads the environment at once.
    const { startCms } = await import('./start-cms.ts')
    await startCms()
  } catch (error) {
    console.error(error instanceof EnvironmentError ? error.message : error)
    process.exit(1)
  }
}
