'use client'
import {
  Button,
  LeaveWithoutSaving,
  useAllFormFields,
  useConfig,
  useFormBackgroundProcessing,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { STORE_DRAFT } from './store-draft.ts'
import './unsaved-words.css'

/** A draft is on its way to the CMS less than a second after the last key. */
const REST_MS = 3000
const PAUSE_MS = 3000

/**
 * Tells, for as long as it is so, that a draft could not be stored, has whoever leaves asked, and stores it as soon as the
 * CMS answers again. Payload tells it once, in a message that goes away, and tries again only with the next word.
 */
export function UnsavedWords() {
  const isUnsaved = useIsUnsaved()
  return isUnsaved ? <Notice /> : null
}

function Notice() {
  const contact = useContact()
  // Twice for each time that the CMS can be reached again: what it refuses it would refuse for ever, and a form that was
  // edited while an attempt failed takes itself for stored only after the second one that did not.
  useEffect(() => {
    if (contact.startsWith('good')) storeDraft()
  }, [contact])

  return (
    <div className="unsaved-words" role="alert">
      <p>What you wrote last is not saved yet. Keep this window open. {WHAT_NEXT[contact]}</p>
      <Button buttonStyle="secondary" size="small" margin={false} onClick={storeDraft}>
        Try again
      </Button>
      <LeaveWithoutSaving />
    </div>
  )
}

type Answer = 'none' | 'logged out' | 'good'
type Contact = Answer | 'waiting' | 'good, and it was tried'

const WHAT_NEXT: Record<Contact, string> = {
  waiting: '',
  none: 'The CMS does not answer. It is saved as soon as it does.',
  'logged out': 'You are not logged in any more. Log in in another window, and it is saved.',
  good: '',
  'good, and it was tried':
    'Mend what the message complained about, or copy what you wrote and load the page again.',
}

function storeDraft(): void {
  window.dispatchEvent(new Event(STORE_DRAFT))
}

/** Whether the form has held for a while what is not stored, though nobody types and nothing is being stored. */
function useIsUnsaved(): boolean {
  const [fields] = useAllFormFields()
  const isModified = useFormModified()
  const isStoring = [useFormProcessing(), useFormBackgroundProcessing()].some(Boolean)
  const [isUnsaved, setUnsaved] = useState(false)
  const isAtRest = isModified && !isStoring
  useEffect(() => {
    if (!isAtRest) return
    const timer = setTimeout(() => {
      setUnsaved(true)
    }, REST_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [fields, isAtRest])
  const isStored = !isModified && !isStoring
  useEffect(() => {
    if (isStored) setUnsaved(false)
  }, [isStored])
  return isUnsaved
}

/** Whether the CMS answers, and knows who asks. */
function useContact(): Contact {
  const { config } = useConfig()
  const [contact, setContact] = useState<Contact>('waiting')
  const path = `${config.routes.api}/users/me`
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const ended = new AbortController()
    const ask = async () => {
      const latest = await whoAmI(path, ended.signal)
      if (ended.signal.aborted) return
      setContact((before) =>
        latest === 'good' && before.startsWith('good') ? 'good, and it was tried' : latest,
      )
      timer = setTimeout(() => void ask(), PAUSE_MS)
    }
    void ask()
    return () => {
      ended.abort()
      clearTimeout(timer)
    }
  }, [path])
  return contact
}

async function whoAmI(path: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(path, { signal, headers: { Accept: 'application/json' } })
    if (!response.ok) return 'none'
    const { user } = (await response.json()) as { user: unknown }
    return user ? 'good' : 'logged out'
  } catch {
    return 'none'
  }
}
