import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Means } from '../launch.ts'
import { type Answer, waitForAnswer } from '../processes/answer.ts'
import type { Child } from '../processes/child.ts'
import { createRelay, newsIn } from '../processes/relay.ts'
import type { Service } from '../services.ts'

type Readiness = {
  /** What answers, for messages. */
  title: string
  url: string
  accept?: (answer: Answer) => boolean
  patienceInSeconds: number
  /** Is called as soon as it runs. */
  onSpawned: () => Promise<void>
}

/**
 * Starts a program and waits until it answers. Its warnings and errors are shown as long as it runs; until it answers,
 * its news as well.
 *
 * @returns the program and its answer
 * @throws Error when it does not answer in time
 */
export async function startService(
  { command, logFile }: Service,
  { title, url, onSpawned, ...waiting }: Readiness,
  { supervisor, progress }: Means,
): Promise<{ child: Child; answer: Answer }> {
  await mkdir(path.dirname(logFile), { recursive: true, mode: 0o700 })
  const relay = createRelay(command.name, progress.note)
  return progress.step(`Starting ${title}`, `Started ${title}`, async (detail) => {
    let isStarting = true
    const onLine = (line: string) => {
      relay.take(line)
      const news = isStarting ? newsIn(line) : undefined
      if (news !== undefined) detail(news)
    }
    const child = supervisor.keep(command, { logFile, onLine }, () => {
      progress.note([`\nThe last lines of ${logFile}:`, ...relay.tail()].join('\n'))
    })
    await onSpawned()
    const answer = await waitForAnswer(url, waiting)
    isStarting = false
    return { child, answer }
  })
}
