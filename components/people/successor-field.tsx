'use client'

import { Select } from '@/components/ui/select'

type Props = { others: ReadonlyArray<{ personId: string; name: string }>; openCases: number }

/** Who takes a person's open cases over: no case is ever without a handler. Not asked when there are none. */
export function SuccessorField({ others, openCases }: Props) {
  if (openCases === 0) return null
  return (
    <Select
      name="handOverTo"
      label={
        openCases === 1 ? 'Who takes over their open case' : `Who takes over their ${openCases} open cases`
      }
      hint="A lead or handler of the projects concerned, or an owner."
      placeholder="Choose a person"
      choices={others.map(({ personId, name }) => ({ value: personId, label: name }))}
    />
  )
}
