'use client'

import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { IconButton } from './icon-button'

type Toast = {
  id: number
  text: ReactNode
  kind: 'done' | 'failed'
  action?: { label: string; onPress: () => void }
}
type Announce = (toast: Omit<Toast, 'id' | 'kind'> & { kind?: Toast['kind'] }) => void

const ToastContext = createContext<Announce>(() => {})
let lastId = 0

/** Says in a corner, and to screen readers, what just happened: `const announce = useToast(); announce({ text: 'Assigned to Ana' })`. */
export const useToast = (): Announce => useContext(ToastContext)

/** Holds the toasts of a page. The latest three stay until dismissed or pushed out: nobody has to read against a clock. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const announce = useCallback<Announce>(
    ({ kind = 'done', ...toast }) =>
      setToasts((shown) => [...shown.slice(-2), { ...toast, kind, id: ++lastId }]),
    [],
  )
  const dismiss = (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id))
  return (
    <ToastContext value={announce}>
      {children}
      <div
        role="status"
        aria-live="polite"
        data-density="compact"
        data-print="hide"
        className="pointer-events-none fixed right-4 bottom-4 z-50 grid w-[calc(100%-2rem)] max-w-sm gap-2"
      >
        {toasts.map(({ id, text, kind, action }) => (
          <div
            key={id}
            className={`overlay-enter pointer-events-auto flex items-start gap-3 rounded-md border border-l-4 bg-raised py-2 pr-2 pl-3 shadow-float ${kind === 'done' ? 'border-line border-l-on-track' : 'border-line border-l-danger'}`}
          >
            <p className="min-w-0 flex-1 py-0.5">
              <span aria-hidden="true" className={kind === 'done' ? 'text-on-track' : 'text-danger'}>
                {kind === 'done' ? '✓ ' : '✕ '}
              </span>
              {text}
              {action && (
                <button
                  type="button"
                  className="ml-3 min-h-6 font-medium text-accent underline"
                  onClick={() => {
                    action.onPress()
                    dismiss(id)
                  }}
                >
                  {action.label}
                </button>
              )}
            </p>
            <IconButton label="Dismiss" icon="close" onClick={() => dismiss(id)} />
          </div>
        ))}
      </div>
    </ToastContext>
  )
}
