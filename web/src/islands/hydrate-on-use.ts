import type { ClientDirective } from 'astro'
import { openWithField } from './search/open-with-field.ts'
import { isSlashOn, isSlashWish } from './search/slash-key.ts'

/** What somebody does who is about to use a part of the page. */
const signs = ['pointerover', 'focusin', 'keydown', 'input', 'click'] as const

/**
 * The directive `client:use`: scripts of an island are loaded when somebody begins to use it, or when the address asks it
 * for something, as in `#q=memory`. Until then nobody pays for them.
 *
 * Nothing that is done meanwhile is lost: what is typed or chosen stays in its field, where the island takes it from; a
 * dialog opens at once; another button is pressed again when the island has said `data-ready`.
 *
 * With the value `slash` the key “/” opens the island’s dialog.
 */
const hydrateOnUse: ClientDirective = (load, { value }, island) => {
  const whileAsleep = new AbortController()
  let isLoading = false
  let pressed: HTMLElement | undefined

  const wake = () => {
    if (isLoading) return
    isLoading = true
    void load().then((hydrate) => hydrate())
  }
  const open = (event: Event, dialog: HTMLDialogElement) => {
    event.preventDefault()
    openWithField(dialog)
    wake()
  }
  const listen = <Type extends keyof DocumentEventMap>(
    where: Document | HTMLElement | Window,
    type: Type,
    act: (event: DocumentEventMap[Type]) => void,
  ) => {
    where.addEventListener(type, act as EventListener, { capture: true, signal: whileAsleep.signal })
  }

  for (const sign of signs)
    listen(island, sign, (event) => {
      // A finger that only scrolls passes over everything.
      if (event instanceof PointerEvent && event.type === 'pointerover' && event.pointerType === 'touch')
        return
      wake()
    })
  listen(island, 'click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button) return
    const dialog = island.querySelector('dialog')
    if (dialog && button.getAttribute('aria-haspopup') === 'dialog') {
      open(event, dialog)
      return
    }
    event.preventDefault()
    pressed = button
  })
  // The browser would send what was typed to the server.
  listen(island, 'submit', (event) => {
    event.preventDefault()
  })
  if (value === 'slash')
    if (isSlashOn())
      listen(document, 'keydown', (event) => {
        const dialog = island.querySelector('dialog')
        if (dialog && isSlashWish(event)) open(event, dialog)
      })
    // As it comes from the server the button names the key.
    else wake()
  // After a failure the next sign is a new try.
  island.addEventListener(
    'astro:hydration-error',
    () => {
      isLoading = false
      pressed = undefined
    },
    { signal: whileAsleep.signal },
  )
  new MutationObserver((_, observer) => {
    if (!island.querySelector('[data-ready]')) return
    observer.disconnect()
    whileAsleep.abort()
    pressed?.click()
  }).observe(island, { subtree: true, attributeFilter: ['data-ready'] })

  const wakeWhenAsked = () => {
    if (`${location.search}${location.hash}`.includes('=')) wake()
  }
  window.addEventListener('hashchange', wakeWhenAsked, { signal: whileAsleep.signal })
  wakeWhenAsked()
}

export default hydrateOnUse
