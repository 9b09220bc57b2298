import { useCallback, useEffect, useRef, useState } from 'react'
import { openWithField } from './open-with-field.ts'
import { addressFor } from './query-in-address.ts'
import { SearchForm } from './SearchForm.tsx'
import { keepSlash } from './slash-key.ts'
import { useSlashKey } from './use-slash-key.ts'

/** Searches the whole site without leaving the page: a button, and the key “/”. */
export function SearchDialog() {
  const [isReady, setReady] = useState(false)
  const [wasOpened, setOpened] = useState(false)
  const [query, setQuery] = useState('')
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const slashBox = useRef<HTMLInputElement>(null)

  useEffect(() => {
    // It may have been opened and used while the script was loading.
    const box = slashBox.current
    if (box && box.checked !== box.defaultChecked) keepSlash(box.checked)
    setOpened(dialog.current?.open === true)
    setQuery(field.current?.value ?? '')
    setReady(true)
  }, [])
  const open = useCallback(() => {
    setOpened(true)
    if (dialog.current) openWithField(dialog.current)
  }, [])
  const [isSlashOn, setSlashOn] = useSlashKey(open)

  return (
    <div className="search-opener" data-ready={isReady ? '' : undefined}>
      <button type="button" className="search-open" aria-haspopup="dialog" onClick={open}>
        Search the whole site
        {isSlashOn && <kbd aria-hidden="true">/</kbd>}
      </button>
      <dialog ref={dialog} className="search-dialog" aria-labelledby="search_dialog_title">
        <div className="search-dialog-top">
          <h2 id="search_dialog_title">Search</h2>
          <button
            type="button"
            className="search-close"
            data-close=""
            onClick={() => {
              dialog.current?.close()
            }}
          >
            Close
          </button>
        </div>
        <SearchForm
          id="search_dialog_field"
          level={3}
          query={query}
          onQuery={setQuery}
          field={field}
          isWanted={wasOpened}
        />
        <p className="search-dialog-foot">
          <a href={addressFor(query)}>Open the search page</a>
          <label>
            <input
              ref={slashBox}
              type="checkbox"
              checked={isSlashOn}
              onChange={(event) => {
                setSlashOn(event.target.checked)
              }}
            />{' '}
            Open this with the key <kbd>/</kbd>
          </label>
        </p>
      </dialog>
    </div>
  )
}
