const SENTENCE = 'This part of the page could not be loaded. Check your connection and try again.'

/** Tells visitors that an island cannot be brought to life, beside it or in its open dialog. */
export type IslandTrouble = {
  tell: () => void
  /** Takes the sentence away. */
  clear: () => void
}

/** @param island the element that Astro renders around an island */
export function troubleOf(island: HTMLElement): IslandTrouble {
  const note = document.createElement('p')
  note.className = 'small on-screen'
  note.setAttribute('role', 'alert')
  note.textContent = SENTENCE
  return {
    tell: () => {
      const dialog = island.querySelector('dialog[open]')
      // All that is not in an open dialog is out of reach. Where it stands already it stays: put there again, it would be read
      // aloud for each letter that is typed.
      if (dialog) {
        if (note.parentElement !== dialog) dialog.append(note)
      } else if (island.nextElementSibling !== note) island.after(note)
    },
    clear: () => {
      note.remove()
    },
  }
}
