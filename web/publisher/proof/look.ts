import { complaintAbout } from './expectation.ts'
import type { Expectation } from './expectation.ts'
import { AT_ONCE, ServerSilent } from './visitor.ts'
import type { Visitor } from './visitor.ts'

/**
 * Looks at addresses, several at once.
 *
 * @param tell is given each address and what is wrong with it, undefined when nothing is
 * @throws ServerSilent as soon as the server does not answer; the rest then was not looked at
 */
export async function lookAt(
  visitor: Visitor,
  expectations: Iterable<readonly [string, Expectation]>,
  signal: AbortSignal,
  tell: (path: string, complaint: string | undefined) => void,
): Promise<void> {
  const rest = expectations[Symbol.iterator]()
  let silence: ServerSilent | undefined
  const work = async () => {
    for (let next = rest.next(); !next.done && !silence; next = rest.next()) {
      const [path, expectation] = next.value
      try {
        tell(path, complaintAbout(await visitor.get(path, signal), expectation, path, visitor.address))
      } catch (error) {
        if (!(error instanceof ServerSilent)) throw error
        silence = error
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (silence) throw silence
}
