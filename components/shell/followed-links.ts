import { useRouter } from 'next/navigation'
import { useCallback, type MouseEvent } from 'react'

/** Whether a click on a link means to go there, here and now, and not into another tab or window. */
export const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 &&
  !event.defaultPrevented &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)

/**
 * For what holds many plain links to pages of the desk: follows them without loading the page anew, as Next's `Link` does.
 * One listener for all of them, because a `Link` of its own for each costs the server more than the list they stand in.
 */
export function useFollowedLinks(): (event: MouseEvent) => void {
  const router = useRouter()
  return useCallback(
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !isPlainClick(event)) return
      event.preventDefault()
      router.push(`${link.pathname}${link.search}${link.hash}`)
    },
    [router],
  )
}
