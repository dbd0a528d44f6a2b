import { Checkbox } from '@/components/ui/checkbox'
import { LinkButton } from '@/components/ui/link-button'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { ManyAct } from '@/domain/cases/change-many'
import { resolutionDemands } from '@/domain/cases/resolutions'
import { longestTag } from '@/domain/cases/tag'
import type { Chosen } from '@/server/cases/chosen-cases'
import type { QueueChoices } from '@/server/cases/queue-choices'

type Props = {
  act: Exclude<ManyAct, 'unassign'>
  cases: readonly Chosen[]
  choices: QueueChoices
  back: string
}

/** Resolutions that say the same of several cases; those that say more are given case by case. */
const commonResolutions = [
  'not_reproducible',
  'not_a_vulnerability',
  'out_of_scope',
  'unsafe_by_design',
  'unsupported_version',
  'duplicate',
  'withdrawn',
  'spam',
] as const

/** What is asked for each act, and its button. */
export function ChangeManyFields(props: Props) {
  const { act, cases, back } = props
  const many = cases.length === 1 ? cases[0]?.reference : `${cases.length} cases`
  const label = {
    assign: `Assign ${many}`,
    tag: `Tag ${many}`,
    untag: `Take the tag off ${many}`,
    close: `Close ${many} and tell the reporters`,
  }[act]
  return (
    <>
      {act === 'assign' && <AssignFields {...props} />}
      {(act === 'tag' || act === 'untag') && <TagField {...props} />}
      {act === 'close' && <CloseFields many={many ?? ''} />}
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant={act === 'close' ? 'danger' : 'primary'}>{label}</SubmitButton>
        <LinkButton href={back} variant="quiet">
          Leave it
        </LinkButton>
      </div>
    </>
  )
}

function AssignFields({ choices }: Props) {
  const handlers = new Set(choices.projects.flatMap(({ handlers: ids }) => ids))
  return (
    <>
      <Select
        name="to"
        label="Who answers for them"
        hint="They get a mail for each case. Whoever handles not all of the projects is refused for the others."
        placeholder="Choose a person"
        choices={[...handlers].map((id) => ({
          value: id,
          label: id === choices.ownId ? `${choices.people[id]} (you)` : (choices.people[id] ?? ''),
        }))}
      />
      <TextArea
        name="note"
        label="Note for them"
        optional
        hint="Up to 4,000 characters. Becomes an internal note of every one of these cases; no reporter sees it."
        rows={3}
      />
    </>
  )
}

function TagField({ act, choices }: Props) {
  const known = [...new Set(choices.projects.flatMap(({ tags }) => tags))].sort((a, b) =>
    a.localeCompare(b, 'en'),
  )
  return (
    <>
      <TextInput
        name="label"
        label="Tag"
        hint={
          act === 'tag'
            ? `Up to ${longestTag} characters. One a project does not know yet begins with this.`
            : 'As it stands on the cases; capitals do not matter.'
        }
        maxLength={longestTag}
        list="known-tags"
        autoComplete="off"
        fieldClassName="max-w-sm"
      />
      <datalist id="known-tags">
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  )
}

function CloseFields({ many }: { many: string }) {
  return (
    <div className="group/close grid gap-4">
      <RadioGroup
        name="kind"
        label="Why there is no fix"
        hint="What belongs to a third party is closed case by case: each says which upstream was told."
        choices={commonResolutions.map((kind) => ({
          value: kind,
          label: resolutionDemands[kind].title,
          hint: resolutionDemands[kind].demands,
        }))}
      />
      <div className="hidden group-has-[input[value=duplicate]:checked]/close:block">
        <TextInput name="ofCase" label="Which case they repeat" hint="Its reference, e.g. MAR-7K3QX." mono />
      </div>
      <div className="hidden group-has-[input[value=unsafe\_by\_design]:checked]/close:block">
        <TextInput
          name="documentedAt"
          label="Where it is documented"
          hint="A link, or a page and section. The reporters read it."
        />
      </div>
      <TextArea
        name="explanation"
        label="Explanation"
        hint="Goes to every reporter of every one of these cases, word for word."
        rows={5}
      />
      <Checkbox name="confirmed" label={`Yes, close ${many} for the reason above`} />
    </div>
  )
}
