import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

type Props = { plan?: { scope: string; assessors: string; method: string } }

/** What is looked at, by whom, and how. */
export function PlanFields({ plan }: Props) {
  return (
    <>
      <TextArea
        name="scope"
        label="Scope"
        hint="Parts and configurations that are looked at, and what is left out."
        rows={3}
        defaultValue={plan?.scope}
      />
      <TextInput name="assessors" label="Who assesses" defaultValue={plan?.assessors} />
      <TextArea
        name="method"
        label="Method"
        hint="Such as a review, a scanner with its version, a penetration test, a checklist."
        rows={3}
        defaultValue={plan?.method}
      />
    </>
  )
}
