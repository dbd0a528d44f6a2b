'use client'

import { FailedPage, type FailureProps } from '@/components/shell/failed-page'

export default function PortalError(props: FailureProps) {
  return <FailedPage {...props} isFramed />
}
