'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

const storedAs = 'single-keys'
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const areOn = () => localStorage.getItem(storedAs) !== 'off'

/** Whether single keys do something, which a person may switch off (WCAG 2.1.4), and the switch. */
export function useSingleKeys(): [isOn: boolean, turn: (on: boolean) => void] {
  const isOn = useSyncExternalStore(subscribe, areOn, () => true)
  return [
    isOn,
    (on) => {
      localStorage.setItem(storedAs, on ? 'on' : 'off')
      listeners.forEach((tell) => tell())
    },
  ]
}

const typesText = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]'
const takesKeys = '[role=dialog], [role=menu], [role=listbox]'

/** Single keys of a page. They rest while somebody types, while a dialog or a menu is open, and when switched off. */
export function useShortcuts(shortcuts: Record<string, () => void>): void {
  const [isOn] = useSingleKeys()
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    if (!isOn) return
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(typesText)) return
      const act = current.current[event.key]
      if (!act || document.querySelector(takesKeys)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
}
