'use client'

import { Badge } from '@/components/ui/badge'
import { FieldGroup } from '@/components/ui/field-group'
import { useFormField } from '@/components/ui/form-context'
import { classNames } from '@/lib/class-names'
import { pickField, type Pick, type ShownPart } from '@/domain/policies/reading/picks'
import { policyParts } from '@/domain/policies/reading/parts'

const listHint = 'Ticked entries replace the list in force. Tick none to leave it as it is.'

/** One part: its values side by side, each with the sentences it was read from. */
export function ReadPartRow({ part: { part, state, choose, picks } }: { part: ShownPart }) {
  const { name, elsewhere } = policyParts[part]
  const label = (
    <span className="flex flex-wrap items-center gap-2">
      {name}
      {state === 'contradiction' && <Badge tone="due-soon">Contradiction</Badge>}
      {state === 'unsure' && <Badge>To confirm</Badge>}
    </span>
  )
  const hint = choose === 'none' ? elsewhere : choose === 'many' ? listHint : undefined
  const isSideBySide = choose === 'one' && state === 'contradiction'
  return (
    <FieldGroup name={pickField(part)} label={label} hint={hint}>
      <div className={classNames('grid gap-3', isSideBySide && 'sm:grid-cols-2')}>
        {picks.map((pick) => (
          <PickOption key={pick.id} name={pickField(part)} choose={choose} pick={pick} />
        ))}
      </div>
    </FieldGroup>
  )
}

type OptionProps = { name: string; choose: ShownPart['choose']; pick: Pick }

function PickOption({ name, choose, pick }: OptionProps) {
  const { typed } = useFormField(name)
  const words = (
    <span className="min-w-0 wrap-anywhere">
      {pick.id === 'keep' ? <>Keep what is in force: {pick.words}</> : pick.words}
      {pick.id.startsWith('held') && <span className="text-muted"> (in force now, not in this text)</span>}
      {pick.confidence === 'likely' && <span className="text-muted"> (not said plainly)</span>}
    </span>
  )
  return (
    <div className="grid min-w-0 content-start gap-1">
      {choose === 'none' ? (
        <p className="font-medium">{words}</p>
      ) : (
        <label className="flex min-h-6 w-fit max-w-full items-start gap-2.5">
          <input
            type={choose === 'one' ? 'radio' : 'checkbox'}
            name={name}
            value={pick.id}
            defaultChecked={typed ? typed.includes(pick.id) : pick.isPreset}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          {words}
        </label>
      )}
      {pick.evidence.map(({ sentence, line, section }) => (
        <blockquote
          key={`${line} ${sentence}`}
          className={classNames(
            'border-l-2 border-line pl-3 text-sm wrap-anywhere',
            choose !== 'none' && 'ml-2.5',
          )}
        >
          {/* An entry that is the sentence itself is not said twice. */}
          {sentence !== pick.words && <>“{sentence}” </>}
          <span className="text-muted">
            line {line}
            {section && `, ${section}`}
          </span>
        </blockquote>
      ))}
    </div>
  )
}
