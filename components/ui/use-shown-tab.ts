import { useEffect, useRef, type RefObject } from 'react'

/** How much of the tab before the present one stays in sight, in pixels: so that one sees that there is one. */
const beforePx = 48

/** For a bar of tabs that do not all fit on a phone: brings the present one into sight, and the page stays where it is. */
export function useShownTab<Bar extends HTMLElement>(here: string): RefObject<Bar | null> {
  const bar = useRef<Bar>(null)
  useEffect(() => {
    const shown = bar.current?.querySelector<HTMLElement>('[aria-current]')
    if (!bar.current || !shown) return
    const leftPx = shown.getBoundingClientRect().left - bar.current.getBoundingClientRect().left
    bar.current.scrollLeft += leftPx - beforePx
  }, [here])
  return bar
}
