'use client'
import { TextField, useForm } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import type { FocusEvent } from 'react'

/**
 * A field for several words, each ended with Enter, that also takes the last one when it was not: Payload's forgets it, without
 * a word, as soon as somebody goes elsewhere, to “Save” too.
 */
export const WordsField: TextFieldClientComponent = (props) => {
  const { dispatchFields, getDataByPath, setModified } = useForm()
  const { path } = props

  const takeLastWord = ({ target }: FocusEvent<HTMLElement>) => {
    const word = target instanceof HTMLInputElement ? target.value.trim() : ''
    if (word === '') return
    const words = getDataByPath<string[] | null | undefined>(path) ?? []
    dispatchFields({ type: 'UPDATE', path, value: [...words, word] })
  }

  return (
    // While it is captured: after that, the text is gone.
    <div
      onBlurCapture={takeLastWord}
      // “Save” wakes up, and whoever leaves is asked.
      onInput={() => {
        setModified(true)
      }}
    >
      <TextField {...props} />
    </div>
  )
}
