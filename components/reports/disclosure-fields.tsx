import { DateTimeField } from '@/components/ui/date-time-field'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import { offeredTimeZones } from '@/lib/time-zones'

type Props = {
  /** Local date and time of the stated date, in its zone; null: none. */
  stated?: { local: string; timeZone: string } | null
  hint: string
  words: Pick<Catalogue['ownTerms'], 'date' | 'days' | 'daysHint'>
}

/** When the reporter publishes in any case: a date, days after the report, or neither. */
export function DisclosureFields({ stated, hint, words }: Props) {
  return (
    <>
      <DateTimeField
        zones={offeredTimeZones}
        name="disclosureDate"
        zoneName="disclosureTimeZone"
        label={words.date}
        optional
        hint={hint}
        defaultValue={stated?.local}
        zone={stated?.timeZone}
      />
      <TextInput
        name="disclosureDays"
        label={words.days}
        optional
        hint={words.daysHint}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-28"
      />
    </>
  )
}
