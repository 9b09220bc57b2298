import { useEffect, useState } from 'react'
import { isSlashOn, isSlashWish, keepSlash } from './slash-key.ts'

/**
 * Calls back when “/” is pressed outside of a field. A shortcut of one letter gets in the way of people who speak to
 * their computer, so it can be turned off (WCAG 2.1.4); the browser remembers that.
 */
export function useSlashKey(onSlash: () => void): [isOn: boolean, setOn: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(true)

  useEffect(() => {
    setOn(isSlashOn())
  }, [])

  useEffect(() => {
    if (!isOn) return
    const listen = (event: KeyboardEvent) => {
      if (!isSlashWish(event)) return
      event.preventDefault()
      onSlash()
    }
    addEventListener('keydown', listen)
    return () => {
      removeEventListener('keydown', listen)
    }
  }, [isOn, onSlash])

  return [
    isOn,
    (wanted) => {
      keepSlash(wanted)
      setOn(wanted)
    },
  ]
}
