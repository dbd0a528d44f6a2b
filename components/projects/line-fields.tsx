'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { TextInput } from '@/components/ui/text-input'

export type LineValues = {
  name: string
  range: string
  branch: string
  isDevelopment: boolean
  from: string
  until: string | null
}

/** What a person says about a release line. */
export function LineFields({ values, zone }: { values?: LineValues; zone: string }) {
  return (
    <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-3">
      <TextInput
        name="name"
        label="Name"
        hint="Such as 2.4.x, or main."
        mono
        defaultValue={values?.name}
        autoComplete="off"
      />
      <TextInput
        name="range"
        label="Versions"
        hint="A range such as >=2.4.0 <2.5.0."
        mono
        defaultValue={values?.range}
        autoComplete="off"
      />
      <TextInput
        name="branch"
        label="Branch"
        hint="Where its releases come from."
        mono
        defaultValue={values?.branch}
        autoComplete="off"
      />
      <TextInput
        name="supportedFrom"
        label="Supported from"
        hint={`A day in ${zone.replaceAll('_', ' ')}.`}
        type="date"
        defaultValue={values?.from}
      />
      <TextInput
        name="supportedUntil"
        label="Supported until"
        hint="The last day. Empty: no end announced."
        type="date"
        defaultValue={values?.until ?? ''}
        optional
      />
      <Checkbox
        name="isDevelopment"
        label="Development line"
        hint="Has no releases of its own; no announcement waits for it."
        defaultChecked={values?.isDevelopment}
        fieldClassName="self-center"
      />
    </div>
  )
}
