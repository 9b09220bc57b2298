import { useEffect, useState } from 'react'
import { asksFor } from './asks-for.ts'

/** Browsers refuse pages that write their address too often. */
const PAUSE_BEFORE_KEEPING_MS = 300

/**
 * Keeps in the address of the page what somebody asks an island for.
 *
 * @param name under which it stands behind the `#`
 * @param take takes over what the address asks for, when that has changed; the same function from one rendering to the next
 * @param addressNow tells what the address should be, if it should be another; the same function as long as the same is asked
 *   for. Undefined while the address is to be left alone
 */
export function useAddress(
  name: string,
  take: () => void,
  addressNow: (() => string | undefined) | undefined,
): void {
  const [jumps, setJumps] = useState(0)

  useEffect(() => {
    const follow = () => {
      // A link to a place on the page asks for nothing else; what is asked for comes back into the address.
      if (location.hash !== '' && !asksFor(name, location)) setJumps((before) => before + 1)
      else take()
    }
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
    }
  }, [name, take])

  useEffect(() => {
    if (!addressNow) return
    const timer = setTimeout(() => {
      const address = addressNow()
      if (address !== undefined) history.replaceState(history.state, '', address)
    }, PAUSE_BEFORE_KEEPING_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [addressNow, jumps])
}
