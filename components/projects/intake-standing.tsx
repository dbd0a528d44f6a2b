import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import type { IntakeSettings } from '@/server/projects/intake-settings'

/** How reports come in at this moment. */
export function IntakeStanding({ settings }: { settings: IntakeSettings }) {
  const { project, pausedSince, whyChecked, floodAbove } = settings
  if (pausedSince !== null)
    return (
      <Callout kind="warning" title="No reports are taken">
        <p>
          Paused since <Time instant={pausedSince} />. The form shows your notice instead.
        </p>
      </Callout>
    )
  if (whyChecked === null)
    return <p className="max-w-prose text-muted">Reports come in as usual: nobody is checked.</p>
  return (
    <Callout kind="warning" title="Senders are checked">
      <p>
        {whyChecked === 'flood'
          ? `More than ${floodAbove} reports arrived within the hour. It ends by itself when fewer come.`
          : 'A lead switched it on. It stays on until somebody switches it off.'}{' '}
        Reports that no browser worked for are held, and nobody is mailed about them.
      </p>
      <p>
        <LinkButton href={`/console?view=held&project=${project.slug}`} size="small">
          See what is held
        </LinkButton>
      </p>
    </Callout>
  )
}
