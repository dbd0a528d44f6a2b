import type { ReactNode } from 'react'
import { FoldingNav } from './folding-nav'

/** The saved views beside a queue; where there is no room, one line with the chosen one, which opens the rest. */
export function ViewsNav({ chosen, children }: { chosen: ReactNode; children: ReactNode }) {
  return (
    <div>
      <button
        type="button"
        popoverTarget="views"
        className="flex min-h-10 w-full items-center rounded-md border border-line px-3 font-medium lg:hidden"
      >
        <span className="mr-2 font-normal text-muted">View</span>
        {chosen}
      </button>
      <FoldingNav id="views" label="Views" standsFrom="lg">
        {children}
      </FoldingNav>
    </div>
  )
}
