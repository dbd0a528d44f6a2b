'use client'

import { useCase } from '@/components/cases/case-context'
import { ActSubmit } from '@/components/cases/may-button'
import { ActionForm } from '@/components/ui/action-form'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { earlyTextKinds, earlyTextLabel, type EarlyTextAnswer } from '@/domain/advisories/early-text'
import { checkTextAction } from '@/server/fixes/actions'

const choices = earlyTextKinds.map((value) => ({ value, label: earlyTextLabel[value] }))

/** Asks whether a text that goes public tells what must stay secret; kept nowhere. */
export function CheckTextForm() {
  const { view } = useCase()
  const isAnnounced = view.announcedAt !== null
  return (
    <Section
      title="Check a text before it goes public"
      level={3}
      note={
        isAnnounced
          ? 'The advisory is out: release notes must now say that this is a security fix. Nothing you paste is kept.'
          : 'A commit or a release note can tell everybody before the announcement does. Nothing you paste is kept.'
      }
    >
      <ActionForm
        id="check-text"
        action={checkTextAction}
        hidden={{ case: view.reference }}
        className="grid gap-4"
      >
        {({ data, status }) => (
          <>
            <Select
              name="kind"
              label="What kind of text it is"
              choices={choices}
              defaultValue={isAnnounced ? 'release_note' : 'commit_message'}
              fieldClassName="max-w-sm"
            />
            <TextArea name="text" label="Text to check" rows={3} mono />
            <div>
              <ActSubmit act="check_text" variant="secondary" pendingLabel="Checking…">
                Check the text
              </ActSubmit>
            </div>
            {status === 'done' && data && <Answer answer={data} isAnnounced={isAnnounced} />}
          </>
        )}
      </ActionForm>
    </Section>
  )
}

function Answer({ answer, isAnnounced }: { answer: EarlyTextAnswer; isAnnounced: boolean }) {
  const { isStopped, findings, neutral } = answer
  const title = isStopped
    ? isAnnounced
      ? 'Something is missing'
      : 'Do not publish this yet'
    : findings.length > 0
      ? 'Look at this before you publish it'
      : 'Nothing found'
  return (
    <div role="status">
      <Callout kind={isStopped ? 'danger' : findings.length > 0 ? 'warning' : 'success'} title={title}>
        {findings.length === 0 ? (
          <p>
            {isAnnounced
              ? 'Nothing is missing.'
              : 'Nothing here gives the case away, as far as words can tell.'}
          </p>
        ) : (
          <ul className="grid gap-1" aria-label="Findings">
            {findings.map(({ line, column, reason, proposal }) => (
              <li key={`${line} ${column} ${reason}`}>
                {line !== null && <span className="font-mono">{`${line}:${column} `}</span>}
                {reason}
                {proposal !== null &&
                  (proposal === '' ? ' Leave it out.' : ` Write “${proposal}” instead, or leave it out.`)}
              </li>
            ))}
          </ul>
        )}
        {neutral !== null && (
          <p>
            Neutral: <span className="font-mono wrap-anywhere whitespace-pre-wrap">{neutral}</span>
          </p>
        )}
      </Callout>
    </div>
  )
}
