/**
 * Waits, unless something comes up.
 *
 * @param ms how long, in milliseconds; not at all when it is less than 0
 * @param interruptible is given what ends the wait early
 */
export async function sleep(ms: number, interruptible: (wake: () => void) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, ms))
    interruptible(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
