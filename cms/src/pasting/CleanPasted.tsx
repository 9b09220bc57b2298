'use client'
import { createClientFeature, UploadNode } from '@payloadcms/richtext-lexical/client'
import {
  $getNodeByKey,
  COMMAND_PRIORITY_CRITICAL,
  isHTMLElement,
  PASTE_COMMAND,
} from '@payloadcms/richtext-lexical/lexical'
import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'
import { cleanPasted } from './clean-pasted.ts'

const NOT_TAKEN =
  'A picture did not come along with the pasted text. Save it as a file first, then add it here with Upload.'

const NOT_HERE =
  'A picture did not come along with the pasted text. There is no place for one here. Add it with Upload in the text outside of this block.'

/** Hands on what is pasted as `cleanPasted` makes it, and takes out pictures that cannot be fetched. */
export const CleanPastedClient = createClientFeature({
  plugins: [{ Component: CleanPasted, position: 'normal' }],
})

function CleanPasted() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => handCleanOn(editor), [editor])
  useEffect(() => (editor.hasNodes([UploadNode]) ? takeOutLostPictures(editor) : undefined), [editor])
  return null
}

function handCleanOn(editor: LexicalEditor): () => void {
  const handedOn = new WeakSet<object>()
  return editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      if (!(event instanceof ClipboardEvent) || handedOn.has(event)) return false
      const { clipboardData, target } = event
      // The fields of a block are inside the text too.
      const isInText = isHTMLElement(target) && target.closest(PLACES) === editor.getRootElement()
      if (!clipboardData || !isInText) return false
      const html = clipboardData.getData('text/html')
      // What comes from an editor of the same kind is as it has to be.
      if (html === '' || clipboardData.types.includes('application/x-lexical-editor')) return false
      event.preventDefault()
      const copy = cleanCopy(clipboardData, html, editor)
      if (!editor.hasNodes([UploadNode]) && hasPicture(copy.getData('text/html')))
        toast.warning(NOT_HERE, { id: NOT_HERE })
      const clean = new ClipboardEvent('paste', { clipboardData: copy })
      handedOn.add(clean)
      return editor.dispatchCommand(PASTE_COMMAND, clean)
    },
    COMMAND_PRIORITY_CRITICAL,
  )
}

/** Where somebody can write. */
const PLACES = '[contenteditable=true],input,textarea,select'

function cleanCopy(data: DataTransfer, html: string, editor: LexicalEditor): DataTransfer {
  const copy = new DataTransfer()
  // A picture that was copied alone is there as a file, which its site need not give away.
  if (data.files.length > 0 && !hasWords(html) && editor.hasNodes([UploadNode])) {
    for (const file of data.files) copy.items.add(file)
    return copy
  }
  copy.setData('text/html', cleanPasted(html))
  const plain = data.getData('text/plain')
  if (plain !== '') copy.setData('text/plain', plain)
  return copy
}

function hasWords(html: string): boolean {
  return bodyOf(html).textContent.trim() !== ''
}

function hasPicture(html: string): boolean {
  return bodyOf(html).querySelector('img') !== null
}

function bodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body
}

/** A picture whose site does not give it away, or that is there no longer, would stay an empty box that cannot be published. */
function takeOutLostPictures(editor: LexicalEditor): () => void {
  const asked = new Set<string>()
  return editor.registerNodeTransform(UploadNode, (node) => {
    // Payload's type of it does not tell.
    const { pending } = node.getData() as { pending?: { formID: string; src: string } }
    if (!pending || asked.has(pending.formID)) return
    asked.add(pending.formID)
    const key = node.getKey()
    void canBeFetched(pending.src).then((isThere) => {
      if (isThere) return
      editor.update(() => $getNodeByKey(key)?.remove())
      toast.warning(NOT_TAKEN, { id: NOT_TAKEN })
    })
  })
}

async function canBeFetched(src: string): Promise<boolean> {
  if (src === '') return false
  try {
    const response = await fetch(src)
    return response.ok && (response.headers.get('content-type') ?? '').startsWith('image/')
  } catch {
    // Which is what a browser says of all that it may not have.
    return false
  }
}
