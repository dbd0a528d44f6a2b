'use client'

import { controlClass, describedBy, FieldNotes, type FieldProps } from './field'
import { useFormField } from './form-context'
import { OptionalMark } from './optional-mark'
import { useUiWords } from './ui-language'
import { useViewerZone } from './viewer-zone'

type Props = FieldProps & {
  /** Local time `2026-11-25T22:00`, without a zone. */
  defaultValue?: string
  /** What may be chosen: `offeredTimeZones`. Given, not held, so that a page rendered on the server does not load the list as script. */
  zones: readonly string[]
  /** Name of the zone's field, where it is not `name` + `Zone`. */
  zoneName?: string
  /** Zone chosen at first; without it the viewer's own, and UTC without scripts. */
  zone?: string
  min?: string
  max?: string
}

/** A local time and its zone. Sent as two fields: `name` (`2026-11-25T22:00`) and `name` + `Zone` (`Europe/Berlin`). */
export function DateTimeField({
  name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  fieldClassName,
  defaultValue,
  zones,
  zoneName = `${name}Zone`,
  zone,
  min,
  max,
}: Props) {
  const { id, typed, errors } = useFormField(name)
  const zoneField = useFormField(zoneName)
  const viewerZone = useViewerZone()
  const words = useUiWords()
  const shown = error ? [error] : [...errors, ...zoneField.errors]
  const chosenZone = zoneField.typed?.[0] ?? zone ?? viewerZone ?? 'UTC'
  const choices = zones.includes(chosenZone) ? zones : [chosenZone, ...zones]
  return (
    <fieldset className={fieldClassName}>
      <legend className={hideLabel ? 'sr-only' : 'mb-1 font-medium'}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      <FieldNotes id={id} hint={hint} errors={shown} />
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          id={id}
          name={name}
          type="datetime-local"
          aria-label={words.dateAndTime}
          aria-invalid={shown.length > 0 || undefined}
          aria-describedby={describedBy(id, hint, shown)}
          min={min}
          max={max}
          defaultValue={typed?.[0] ?? defaultValue}
          className={`${controlClass} max-w-60 flex-1 basis-52 tabular-nums`}
        />
        {/* The key takes over the viewer's zone once it is known, as long as nothing was chosen. */}
        <select
          key={chosenZone}
          id={zoneField.id}
          name={zoneName}
          aria-label={words.timeZone}
          defaultValue={chosenZone}
          className={`${controlClass} select-arrow max-w-64 flex-1 basis-40`}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  )
}
