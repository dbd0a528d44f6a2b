'use client'

import { Select } from '@/components/ui/select'
import { useFormField } from '@/components/ui/form-context'
import { useViewerZone } from '@/components/ui/viewer-zone'
import { offeredTimeZones } from '@/lib/time-zones'

/** The zone a person's instants are shown in: what they chose, else what their browser says. */
export function TimeZoneField({ chosen }: { chosen?: string }) {
  const viewerZone = useViewerZone()
  const { typed } = useFormField('timeZone')
  const zone = typed?.[0] ?? chosen ?? viewerZone ?? 'UTC'
  const zones = [...new Set([zone, ...(viewerZone ? [viewerZone] : []), ...offeredTimeZones])].sort()
  return (
    // The key takes over the browser's zone once it is known, as long as nothing was chosen.
    <Select
      key={zone}
      name="timeZone"
      label="Time zone"
      hint="Dates and promises are shown in it, and in UTC."
      defaultValue={zone}
      choices={zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
    />
  )
}
