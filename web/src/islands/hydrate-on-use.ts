import type { ClientDirective } from 'astro'
import { bringScripts } from './bring-scripts.ts'
import { troubleOf } from './island-trouble.ts'
import { openWithField } from './search/open-with-field.ts'
import { isSlashOn, isSlashWish } from './search/slash-key.ts'

/** What somebody does who is about to use a part of the page. */
const signs = ['pointerover', 'focusin', 'keydown', 'input', 'click'] as const

/**
 * The directive `client:use`: scripts of an island are loaded when somebody begins to use it, or when the address asks it
 * for something, as in `#q=memory`. Until then nobody pays for them.
 *
 * Nothing that is done meanwhile is lost: what is typed or chosen stays in its field, where the island takes it from; a
 * dialog opens and closes at once; another button is pressed again when the island has said `data-ready`.
 *
 * With the value `slash` the key “/” opens the island’s dialog.
 */
const hydrateOnUse: ClientDirective = (load, { value }, island) => {
  const whileAsleep = new AbortController()
  let isLoading = false
  let pressed: HTMLElement | undefined

  const trouble = troubleOf(island)
  const fail = (error: unknown) => {
    console.error(error)
    trouble.tell()
    // What the visitor does next is a new try, and so is a connection that comes back.
    isLoading = false
    pressed = undefined
    window.addEventListener('online', wake, { signal: whileAsleep.signal })
  }
  const bringToLife = async () => {
    await bringScripts(scriptsOf(island))
    const hydrate = await load()
    // Astro gives something to call after a failure too, of which it has told by an event.
    if (!isLoading) return
    // React takes over the elements as they came from the server.
    trouble.clear()
    await hydrate()
  }
  const wake = () => {
    if (isLoading) return
    isLoading = true
    bringToLife().catch(fail)
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
    // Without it nobody with a phone would get out of a dialog whose scripts do not come.
    if (button.hasAttribute('data-close')) dialog?.close()
    else pressed = button
  })
  // The browser would send what was typed to the server.
  listen(island, 'submit', (event) => {
    event.preventDefault()
  })
  if (value === 'slash')
    if (isSlashOn())
      listen(document, 'keydown', (event) => {
        const dialog = island.querySelector('dialog')
        // The mark for it in the dialog may have been taken away just now.
        const isWanted = island.querySelector('input[type=checkbox]:not(:checked)') === null
        if (dialog && isWanted && isSlashWish(event)) open(event, dialog)
      })
    // As it comes from the server the button names the key.
    else wake()
  // Astro tells its own failures by this event alone, and prints them unless somebody else does.
  island.addEventListener(
    'astro:hydration-error',
    (event) => {
      event.preventDefault()
      fail((event as CustomEvent<{ error: unknown }>).detail.error)
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

/** The scripts that an island is made of: its own, and the one that brings it to life. */
function scriptsOf(island: HTMLElement): string[] {
  return ['component-url', 'renderer-url'].flatMap((name) => {
    const path = island.getAttribute(name)
    return path ? [new URL(path, document.baseURI).href] : []
  })
}

export default hydrateOnUse
