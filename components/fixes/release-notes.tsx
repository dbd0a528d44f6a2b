'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ChangedMeanwhile, useSeenVersion } from '@/components/cases/changed-meanwhile'
import { useCasePlace } from '@/components/cases/case-place'
import { ActLink, ActSubmit } from '@/components/cases/may-button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { TextArea } from '@/components/ui/text-area'
import { noteMoments, type NoteMoment } from '@/domain/advisories/release-note-text'
import { writeReleaseNoteAction } from '@/server/fixes/actions'
import type { NoteView } from '@/server/fixes/fix-view'
import { NoteFigure } from './note-figure'
import { noteFor, noteText } from './release-note-of'

const titles: Record<NoteMoment, { title: string; note: string }> = {
  before: { title: 'With the patch release', note: 'Says nothing that gives the vulnerability away.' },
  after: { title: 'With the announcement', note: 'Says that it is a security fix. Keep it back until then.' },
}

/** The texts for the release notes of both moments: generated, or as somebody wrote them. */
export function ReleaseNotes() {
  return (
    <Section title="Release notes" level={3} note="Made from the case; change them where you know better.">
      {noteMoments.map((moment) => (
        <Note key={moment} moment={moment} />
      ))}
    </Section>
  )
}

function Note({ moment }: { moment: NoteMoment }) {
  const { view } = useCase()
  const { form, to } = useCasePlace()
  const { title, note } = titles[moment]
  const own = view.fix.notes[moment]
  const isOpen = form === `note:${moment}`
  const text = noteText(view, moment)
  const lines = view.lines.filter(({ plan, isDevelopment }) => plan === 'fix' && !isDevelopment)
  const href = to({ section: 'fix', form: isOpen ? null : `note:${moment}` })
  return (
    <section aria-labelledby={`note-${moment}`} className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h4 id={`note-${moment}`} className="font-medium">
          {title}
        </h4>
        <ActLink act="work_on_fix" size="small" href={href}>
          Edit<span className="sr-only"> the release note: {title.toLowerCase()}</span>
        </ActLink>
      </div>
      <p className="text-sm text-muted">
        {note}
        {own?.text && ` Written by ${own.changedBy}.`}
      </p>
      {own && own.objections.length > 0 && (
        <Callout kind="danger" title="Do not publish this as it is">
          <ul className="grid gap-1">
            {own.objections.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Callout>
      )}
      {isOpen ? (
        <NoteForm moment={moment} text={text ?? ''} own={own} />
      ) : text === null ? (
        <p className="text-muted">It needs the advisory’s title and the severity first.</p>
      ) : lines.length === 0 ? (
        <NoteFigure title="For each line" text={text} />
      ) : (
        lines.map((line) => (
          <NoteFigure
            key={line.id}
            title={line.release?.version ?? line.name}
            text={noteFor(view, text, line.name, line.release?.version ?? null)}
          />
        ))
      )}
    </section>
  )
}

function NoteForm({ moment, text, own }: { moment: NoteMoment; text: string; own?: NoteView }) {
  const version = useSeenVersion(own?.version ?? 0)
  return (
    <>
      {version.isStale && (
        <ChangedMeanwhile
          who={own?.changedBy ?? null}
          keepMine={version.keepMine}
          takeTheirs={version.takeTheirs}
        >
          {text}
        </ChangedMeanwhile>
      )}
      <CaseForm
        key={version.round}
        id={`note-form-${moment}`}
        action={writeReleaseNoteAction}
        done="Release note saved."
        hidden={{ moment, seen: String(version.seen) }}
        closes
      >
        <TextArea
          name="text"
          label="Text of the release note"
          optional
          mono
          rows={5}
          hint="{version}, {line} and {url} are filled in for each line. Leave it empty to take the generated text again."
          defaultValue={text}
        />
        <div>
          <ActSubmit act="work_on_fix" variant="secondary" pendingLabel="Saving…">
            Save the release note
          </ActSubmit>
        </div>
      </CaseForm>
    </>
  )
}
