'use client'

import { controlId } from '@/components/ui/form-context'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { pickField, type ShownPart } from '@/domain/policies/reading/picks'
import { policyParts } from '@/domain/policies/reading/parts'
import { ReadPartRow } from './read-part-row'

const isOpen = ({ state, choose }: ShownPart) =>
  choose === 'one' && (state === 'contradiction' || state === 'unsure')
const many = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`

/** Everything that was read, part by part, with what waits for a person on top. */
export function ReadParts({ parts, isFilled }: { parts: readonly ShownPart[]; isFilled: boolean }) {
  const found = parts.filter(({ state }) => state !== 'missing')
  const missing = parts.filter(({ state }) => state === 'missing')
  const waiting = found.filter(isOpen)
  const contradictions = found.filter(({ state }) => state === 'contradiction').length
  const groups = [...new Set(found.map(({ part }) => policyParts[part].group))]
  return (
    <Section
      title="What it says"
      note={
        <span role="status">
          {many(found.length, 'part')} found,{' '}
          {contradictions === 0 ? 'no contradiction' : many(contradictions, 'contradiction')},{' '}
          {missing.length} not mentioned.{' '}
          {waiting.length > 0 &&
            `${waiting.length === 1 ? 'One waits' : `${waiting.length} wait`} for you to pick:`}
        </span>
      }
    >
      {waiting.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {waiting.map(({ part }) => (
            <li key={part}>
              <a
                href={`#${controlId('import', pickField(part))}`}
                className="inline-block py-0.5 text-accent underline"
              >
                {policyParts[part].name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {groups.map((group) => (
        <section
          key={group}
          aria-label={group}
          className="grid gap-x-8 gap-y-4 border-t border-line py-5 lg:grid-cols-[12rem_minmax(0,52rem)]"
        >
          <h3 className="text-[1.0625em]/[1.4]">{group}</h3>
          <div className="grid min-w-0 gap-6">
            {found
              .filter(({ part }) => policyParts[part].group === group)
              .map((part) => (
                <ReadPartRow key={part.part} part={part} />
              ))}
          </div>
        </section>
      ))}
      {missing.length > 0 && (
        <section
          aria-label="Not mentioned"
          className="grid gap-x-8 gap-y-4 border-t border-line py-5 lg:grid-cols-[12rem_minmax(0,52rem)]"
        >
          <div>
            <h3 className="text-[1.0625em]/[1.4]">Not mentioned</h3>
            <p className="text-muted">These stay as they are.</p>
          </div>
          <dl className="grid min-w-0 gap-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
            {missing.map(({ part, inForce }) => (
              <div key={part} className="contents">
                <dt className="font-medium max-sm:mt-1">{policyParts[part].name}</dt>
                <dd className="min-w-0 wrap-anywhere text-muted">
                  {inForce ?? policyParts[part].elsewhere ?? 'nothing'}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <div className="border-t border-line pt-4">
        <SubmitButton
          name="step"
          value="fill"
          variant={isFilled ? 'secondary' : 'primary'}
          pendingLabel="Filling…"
        >
          {isFilled ? 'Fill the form again with these' : 'Fill the policy form with these'}
        </SubmitButton>
        {isFilled && (
          <p className="mt-1 max-w-prose text-sm text-muted">
            This starts the form below anew from the policy in force and these picks.
          </p>
        )}
      </div>
    </Section>
  )
}
