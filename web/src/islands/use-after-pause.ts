import { useEffect, useState } from 'react'

/** A screen reader should not hear a number for each letter that is typed. */
const PAUSE_BEFORE_TELLING_MS = 600

/** What there is to tell, as soon as it has stayed the same for a moment. */
export function useAfterPause<Told>(now: Told): Told {
  const [told, setTold] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => {
      setTold(now)
    }, PAUSE_BEFORE_TELLING_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [now])
  return told
}
