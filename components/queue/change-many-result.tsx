import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { WithTimes } from '@/components/ui/with-times'
import type { ManyChanged } from '@/domain/cases/change-many'
import { caseHref } from './queue-href'

type Props = { changed: ManyChanged; message: string; back: string }

/** How it went for each case, and the way back: the same form with what undoes it. */
export function ChangeManyResult({ changed: { done, refused, undo }, message, back }: Props) {
  return (
    <>
      <Callout kind={refused.length > 0 ? 'warning' : 'success'} title={message.split('\n')[0]}>
        <p>
          {done.map((reference) => (
            <span key={reference}>
              <CaseLink reference={reference} />{' '}
            </span>
          ))}
        </p>
      </Callout>
      {refused.length > 0 && (
        <section aria-labelledby="refused" className="grid gap-2">
          <h2 id="refused" className="text-[1.125rem]/6">
            Not changed
          </h2>
          <ul className="grid gap-1.5">
            {refused.map(({ reference, reason }) => (
              <li key={reference}>
                <CaseLink reference={reference} /> <WithTimes text={reason} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap gap-3">
        <LinkButton href={back} variant="primary">
          Back to the queue
        </LinkButton>
        {undo && (
          <>
            <input type="hidden" name="act" value={undo.act} />
            {undo.cases.map((one) => (
              <input key={one} type="hidden" name="case" value={one} />
            ))}
            {undo.label !== undefined && <input type="hidden" name="label" value={undo.label} />}
            <SubmitButton variant="secondary" pendingLabel="Undoing…">
              Undo
            </SubmitButton>
          </>
        )}
      </div>
    </>
  )
}

const CaseLink = ({ reference }: { reference: string }) => (
  <a href={caseHref(reference)} className="inline-flex min-h-6 items-center font-mono text-accent underline">
    {reference}
  </a>
)
