const PATIENCE_MS = 10_000

/** Waits until something is so. @throws when it does not come to be */
export async function until(
  what: () => boolean | Promise<boolean>,
  patienceMs: number = PATIENCE_MS,
): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error(`It did not come to: ${what.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
