'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { iconClass } from '@/components/ui/icon-class'
import { Kbd } from '@/components/ui/kbd'
import { classNames } from '@/lib/class-names'

// Loaded when it is opened first: most pages are left without it.
const Palette = dynamic(() => import('./palette').then((module) => module.Palette), { ssr: false })

/** Opens the palette, as do Ctrl K and ⌘ K anywhere in the console. */
export function PaletteButton({ isOwner }: { isOwner: boolean }) {
  const [isOpen, setIsOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.metaKey || event.ctrlKey) ||
        event.shiftKey ||
        event.altKey
      )
        return
      event.preventDefault()
      setWasOpened(true)
      setIsOpen((open) => !open)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="Go anywhere"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setWasOpened(true)
          setIsOpen(true)
        }}
        className={classNames(
          'flex min-h-8 items-center gap-2 rounded-md px-2 text-muted hover:bg-hover sm:border sm:border-line',
          iconClass.search,
        )}
      >
        <span className="max-sm:sr-only">Go to…</span>
        <span className="max-sm:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </button>
      {wasOpened && <Palette open={isOpen} onOpenChange={setIsOpen} isOwner={isOwner} />}
    </>
  )
}
