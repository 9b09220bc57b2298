/** Whether `stored` holds every value of `typed`, as JSON. */
export function holdsAll(stored: Record<string, unknown>, typed: Record<string, unknown>): boolean {
  return Object.entries(typed).every(
    ([name, value]) => JSON.stringify(stored[name]) === JSON.stringify(value),
  )
}
