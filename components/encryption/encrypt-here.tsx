'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { useViewerZone } from '@/components/ui/viewer-zone'

/** The choice to encrypt in this browser; only where scripts run. What does it is loaded when the form is sent. */
export function EncryptHere({ label, hint }: { label: string; hint: string }) {
  return useViewerZone() !== null && <Checkbox name="encryptHere" label={label} hint={hint} />
}
