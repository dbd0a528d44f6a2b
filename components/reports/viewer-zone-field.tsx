'use client'

import { useViewerZone } from '@/components/ui/viewer-zone'

/** Tells the server where the person is, so that pages without scripts show their time as well. */
export function ViewerZoneField() {
  return <input type="hidden" name="timeZone" value={useViewerZone() ?? ''} readOnly />
}
