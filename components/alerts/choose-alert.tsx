'use client'

import { useSyncExternalStore } from 'react'
import { useFormField } from '@/components/ui/form-context'
import { chosenAlertText } from '@/domain/alerts/dismiss-several'
import type { AlertSummary } from '@/server/alerts/alert-queue'

const boxClass = 'size-5 accent-accent'

/** Chooses an alert for what is done to several. Holds what was chosen last. */
export function ChooseAlert({ alert }: { alert: AlertSummary }) {
  const { typed } = useFormField('alert')
  const value = chosenAlertText(alert)
  return (
    <input
      type="checkbox"
      name="alert"
      value={value}
      aria-label={`Choose ${alert.title}`}
      defaultChecked={typed?.includes(value)}
      className={boxClass}
    />
  )
}

/** Chooses all of the form at once; there with scripts alone. */
export function ChooseAllAlerts() {
  const hasScripts = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  if (!hasScripts) return <span className="sr-only">Choose</span>
  return (
    <input
      type="checkbox"
      aria-label="Choose all alerts of this page"
      className={boxClass}
      onChange={({ currentTarget: { form, checked } }) => {
        for (const box of form?.querySelectorAll<HTMLInputElement>('input[name="alert"]') ?? [])
          box.checked = checked
      }}
    />
  )
}
