'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useCallback, useState } from 'react'
import type { PublisherCommand } from '@careword/shared/publisher-command.ts'

type Outcome = { message?: string; errors?: { message: string }[] }

/**
 * What a person has done with the site.
 *
 * @param onDone called when the CMS has answered, whatever it said
 */
export function useSiteAction(onDone: () => void) {
  const { config } = useConfig()
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState<string>()
  const path = `${config.routes.api}/site-actions`

  const act = useCallback(
    async (command: PublisherCommand) => {
      setBusy(true)
      setMessage(undefined)
      const { isGood, sentence } = await send(path, command)
      if (isGood) toast.success(sentence)
      else toast.error(sentence)
      setMessage(isGood ? undefined : sentence)
      setBusy(false)
      onDone()
    },
    [onDone, path],
  )
  return { act, isBusy, message }
}

async function send(path: string, command: PublisherCommand): Promise<{ isGood: boolean; sentence: string }> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(command),
    })
    const { errors, message } = (await response.json()) as Outcome
    return {
      isGood: response.ok,
      sentence: message ?? errors?.[0]?.message ?? `The CMS answered with status ${response.status}.`,
    }
  } catch {
    return { isGood: false, sentence: 'The CMS does not answer, so nothing was done. Try again.' }
  }
}
