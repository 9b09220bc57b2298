import { processWide } from '../database/process-wide.ts'

const queue = processWide('delivery.turns', () => ({ last: Promise.resolve() }))

/** Does work on deliveries when whoever came before is done, so that a report that comes twice at once is recorded once. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = queue.last.then(work)
  queue.last = turn.then(
    () => undefined,
    () => undefined,
  )
  return turn
}
