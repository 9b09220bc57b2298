'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

/** What the CMS answers now and then; undefined before the first answer. */
export type Polled<Answer> = {
  answer: Answer | undefined
  /** Why the last request failed; undefined when it did not. */
  problem: string | undefined
  /** Asks at once. */
  refresh: () => void
}

/**
 * Asks the CMS again and again while the page is in view.
 *
 * @param path below the CMS's address; undefined to ask nothing
 * @param pauseAfter an answer, in milliseconds, until it is asked again
 */
export function usePolled<Answer>(
  path: string | undefined,
  pauseAfter: (answer: Answer | undefined) => number,
): Polled<Answer> {
  const [answer, setAnswer] = useState<Answer>()
  const [problem, setProblem] = useState<string>()
  const [round, setRound] = useState(0)
  const pause = useRef(pauseAfter)
  useEffect(() => {
    pause.current = pauseAfter
  })
  const refresh = useCallback(() => {
    setRound((n) => n + 1)
  }, [])

  useEffect(() => {
    if (path === undefined) return
    const ended = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      clearTimeout(timer)
      if (document.hidden) return
      const latest = await read(path, ended.signal)
      if (ended.signal.aborted) return
      const answered = 'answer' in latest ? (latest.answer as Answer) : undefined
      if (answered !== undefined) setAnswer(answered)
      setProblem('problem' in latest ? latest.problem : undefined)
      timer = setTimeout(askAgain, pause.current(answered))
    }
    const askAgain = () => {
      void ask()
    }
    askAgain()
    document.addEventListener('visibilitychange', askAgain)
    return () => {
      ended.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', askAgain)
    }
  }, [path, round])

  return { answer, problem, refresh }
}

const UNREACHABLE = 'The CMS does not answer. What is shown here may be old.'
const LOGGED_OUT = 'You are not logged in any more. What is shown here may be old.'

async function read(path: string, signal: AbortSignal): Promise<{ answer: unknown } | { problem: string }> {
  try {
    const response = await fetch(path, { signal, headers: { Accept: 'application/json' } })
    if (response.ok) return { answer: await response.json() }
    return { problem: response.status === 401 ? LOGGED_OUT : UNREACHABLE }
  } catch {
    // A request that was ended, or a CMS that is down: the next round tells.
    return { problem: UNREACHABLE }
  }
}

/** The time zone of whoever looks at the page. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
