/** Starts Payload with the server, so that migrations and scheduled jobs do not wait for the first visitor. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startOrEnd } = await import('./start-or-end.ts')
  await startOrEnd()
}
