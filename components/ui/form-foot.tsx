import type { ReactNode } from 'react'
import { DoneNote } from './done-note'

/** The end of a form: its buttons, and beside them the word that it was accepted. */
export const FormFoot = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
    {children}
    <DoneNote />
  </div>
)
