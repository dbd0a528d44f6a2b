import { DateTimeField } from '@/components/ui/date-time-field'
import { TextInput } from '@/components/ui/text-input'

type Props = {
  /** Local date and time of the stated date, in its zone; null: none. */
  stated?: { local: string; timeZone: string } | null
  hint: string
}

/** When the reporter publishes in any case: a date, days after the report, or neither. */
export function DisclosureFields({ stated, hint }: Props) {
  return (
    <>
      <DateTimeField
        name="disclosureDate"
        zoneName="disclosureTimeZone"
        label="Your own disclosure date"
        optional
        hint={hint}
        defaultValue={stated?.local}
        zone={stated?.timeZone}
      />
      <TextInput
        name="disclosureDays"
        label="Or so many days after the report"
        optional
        hint="In place of a date. A day is 24 hours."
        inputMode="numeric"
        autoComplete="off"
        className="max-w-28"
      />
    </>
  )
}
