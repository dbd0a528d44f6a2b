import { StatusPage } from '@/components/shell/status-page'
import { LinkButton } from '@/components/ui/link-button'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <StatusPage
      title="There is nothing at this address"
      actions={<LinkButton href="/">To the start page</LinkButton>}
    >
      <p>
        The address may be mistyped, or what was here is not yours to see. Signing in or finding your report
        by its receipt may help.
      </p>
    </StatusPage>
  )
}
