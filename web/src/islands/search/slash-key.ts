const KEPT_AS = 'search-with-slash'

/** Whether “/” opens the search, as this browser remembers it. */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off'
  } catch {
    // A browser may be told to keep nothing for any site.
    return true
  }
}

/** Makes this browser remember whether “/” opens the search; one that keeps nothing forgets it with the page. */
export function keepSlash(isOn: boolean): void {
  try {
    localStorage.setItem(KEPT_AS, isOn ? 'on' : 'off')
  } catch {
    return
  }
}

/** Whether a key is “/” alone, pressed where nobody types. */
export function isSlashWish({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(target)
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
