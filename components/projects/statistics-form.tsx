'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { shownStatistics, statisticLabel, type ShownStatistic } from '@/domain/projects/shown-statistic'
import { chooseStatisticsAction } from '@/server/projects/actions'
import { SeenVersion } from './stands-note'

type Props = {
  project: string
  version: number
  shown: readonly ShownStatistic[]
  lockedBecause?: string
}

const hint: Readonly<Record<ShownStatistic, string>> = {
  kept_promises: 'How many reports were acknowledged and answered in time.',
  time_to_acknowledge: 'Median and 90th percentile, from the report to the first answer of a person.',
  time_to_fix:
    'Median and 90th percentile, from the report to the last patch release. Only announced advisories count.',
}

/** Chooses which statistics the portal shows, each by itself. */
export function StatisticsForm({ project, version, shown, lockedBecause }: Props) {
  return (
    <ActionForm
      id="statistics"
      action={chooseStatisticsAction}
      hidden={{ project }}
      className="grid max-w-2xl gap-5"
    >
      {(state) => (
        <>
          <SeenVersion
            version={version}
            state={state}
            facts={(current) => ({
              'Shown now': current.statistics.map((one) => statisticLabel[one]).join(', ') || 'None',
            })}
          />
          <fieldset disabled={lockedBecause !== undefined} className="grid gap-3">
            <legend className="sr-only">Statistics</legend>
            {shownStatistics.map((one) => (
              <Checkbox
                key={one}
                name="statistics"
                value={one}
                label={statisticLabel[one]}
                hint={hint[one]}
                defaultChecked={shown.includes(one)}
              />
            ))}
          </fieldset>
          <FormFoot>
            <SubmitButton pendingLabel="Saving…" disabledReason={lockedBecause}>
              Save the choice
            </SubmitButton>
          </FormFoot>
        </>
      )}
    </ActionForm>
  )
}
