'use client'
import { $isBlockNode } from '@payloadcms/richtext-lexical/client'
import {
  $getNearestNodeFromDOMNode,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { useAllFormFields, useFormModified } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useRef } from 'react'
import { BLOCK_WORDS_TAG } from './block-words-tag.ts'
import { holdsAll } from './holds-all.ts'

/**
 * Inside the form of a block: writes what is typed there into the text that the block stands in, at once and for as long
 * as the form is open. Payload does so only with the server's answer to a check of the form. When that answer is late,
 * lost, or overtaken by the next word, the word stays on the screen and never gets into the document.
 */
export function KeepBlockWords() {
  const [editor] = useLexicalComposerContext()
  const [fields] = useAllFormFields()
  const modified = useFormModified()
  const place = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const element = place.current
    // A document that is only opened must not be changed by that.
    if (!modified || !element) return
    const typed = valuesOf(fields)
    const $block = () => {
      const node = $getNearestNodeFromDOMNode(element)
      return $isBlockNode(node) ? node : undefined
    }
    const keep = () => {
      const stored = editor.read(() => $block()?.getFields())
      if (!stored) return
      const { id, blockName, blockType } = stored
      const kept = { blockName, ...typed, id, blockType }
      if (holdsAll(stored, kept)) return
      // Without the first tag the cursor would leave the field that somebody types in. Without the second this could be undone from
      // the text, and would be done again at once: nothing before it could be undone any more.
      editor.update(() => $block()?.setFields(kept, true), {
        tag: [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG, BLOCK_WORDS_TAG],
      })
    }
    keep()
    // A late answer brings the words of the moment that it was asked at.
    return editor.registerUpdateListener(keep)
  }, [editor, fields, modified])

  return <span hidden ref={place} />
}

/** Fields with rows hold their number as their value; the rows are fields of their own. */
function valuesOf(fields: FormState): Record<string, unknown> {
  const single = Object.entries(fields).filter(([, field]) => !Array.isArray(field.rows))
  return reduceFieldsToValues(Object.fromEntries(single), true)
}
