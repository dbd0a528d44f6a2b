'use client'

import { useCase } from '@/components/cases/case-context'
import { useCasePlace } from '@/components/cases/case-place'
import { affectednessLabel, planLabel, workLabel } from '@/components/cases/case-words'
import { ActLink } from '@/components/cases/may-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { classNames } from '@/lib/class-names'
import type { CaseAct } from '@/server/cases/case-view-acts'
import type { LineView } from '@/server/cases/case-view-lines'
import { AskToVerifyForm } from './ask-to-verify-form'
import { BulkLinesForm } from './bulk-lines-form'
import { LineForm } from './line-form'
import { lineMarkSign } from './line-mark-sign'
import { ReleaseEvidence } from './release-evidence'
import { ReleaseForm } from './release-form'
import { YankForm } from './yank-form'

/** The lines table: a row per release line, edited in place. */
export function LinesSection() {
  const { view } = useCase()
  const { form, to } = useCasePlace()
  if (view.lines.length === 0)
    return (
      <Section title="Lines">
        <EmptyState title="No release lines yet">
          {view.acknowledgedAt
            ? 'The project has no release lines. A lead adds them in the project’s settings.'
            : 'The lines of the project are listed once the case is acknowledged.'}
        </EmptyState>
      </Section>
    )
  const hindrance = view.acts.edit_lines.allowed ? null : view.acts.edit_lines.reason
  return (
    <Section
      title="Lines"
      note="Which release lines are affected, what each gets, and how far it is."
      actions={
        <ActLink
          act="edit_lines"
          size="small"
          href={to({ form: form === 'bulk' ? null : 'bulk', section: 'lines' })}
        >
          Several at once
        </ActLink>
      }
    >
      {form === 'bulk' && !hindrance && <BulkLinesForm />}
      <Table caption="Release lines of this case">
        <thead>
          <tr>
            <Th>Line</Th>
            <Th>Status</Th>
            <Th>Fix and release</Th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <LineRow key={line.id} line={line} />
          ))}
        </tbody>
      </Table>
      {view.isNpmUnasked && view.lines.some(({ release }) => release !== null) && (
        <p className="text-sm text-muted">
          The registry is not asked for these releases: set{' '}
          <span className="font-mono">NPM_REGISTRY_URL</span>.
        </p>
      )}
    </Section>
  )
}

function LineRow({ line }: { line: LineView }) {
  const { form } = useCasePlace()
  const [kind, id] = form?.split(':') ?? []
  const open = id === line.id ? kind : null
  return (
    <>
      <tr id={`line-${line.id}`}>
        <Th scope="row" className={classNames('align-baseline', open && 'border-b-0')}>
          <span className="font-mono">{line.name}</span>
          <span className="block text-sm font-normal text-muted">
            {line.isDevelopment ? (
              'development'
            ) : line.supportedUntil ? (
              <>
                {line.isSupported ? 'until' : 'ended'}{' '}
                <time dateTime={line.supportedUntil} className="whitespace-nowrap">
                  {line.supportedUntil.slice(0, 10)}
                </time>
              </>
            ) : line.isSupported ? (
              'supported, no end'
            ) : (
              'not supported yet'
            )}
          </span>
        </Th>
        <Td className={open ? 'border-b-0' : undefined}>
          <Status line={line} />
        </Td>
        <Td className={open ? 'border-b-0' : undefined}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 max-sm:gap-y-1">
            <Fix line={line} />
            <LineActs line={line} />
          </div>
        </Td>
      </tr>
      {open && (
        <tr>
          <td colSpan={3} className="border-b border-line pb-4">
            <div className="rounded-md border border-line bg-canvas p-3">
              {open === 'edit' && <LineForm line={line} />}
              {open === 'release' && <ReleaseForm line={line} />}
              {open === 'yank' && <YankForm line={line} />}
              {open === 'verify' && <AskToVerifyForm line={line} />}
            </div>
          </td>
        </tr>
      )}
    </>
  )
}

/** What can be done with the row; beneath its name on a phone. */
function LineActs({ line }: { line: LineView }) {
  return (
    <span className="-ml-2.5 flex flex-wrap gap-1 sm:ml-0">
      <LineAct line={line} act="edit_lines" form="edit" word="Edit" />
      {line.plan === 'fix' && line.release === null && !line.isDevelopment && (
        <LineAct line={line} act="record_release" form="release" word="Release" />
      )}
      {line.work === 'released' && !line.isVerificationAsked && (
        <LineAct line={line} act="ask_reporter" form="verify" word="Verify" />
      )}
      {line.release && <LineAct line={line} act="yank_release" form="yank" word="Yank" />}
    </span>
  )
}

/** Opens the form beneath the row, or folds it again. */
function LineAct({
  line,
  act,
  form: name,
  word,
}: {
  line: LineView
  act: CaseAct
  form: 'edit' | 'release' | 'verify' | 'yank'
  word: string
}) {
  const { form, to } = useCasePlace()
  const asked = `${name}:${line.id}`
  return (
    <ActLink
      act={act}
      variant="quiet"
      size="small"
      href={to({ section: 'lines', form: form === asked ? null : asked })}
      label={`${word} ${line.name}`}
    >
      {word}
    </ActLink>
  )
}

function Status({ line }: { line: LineView }) {
  return (
    <>
      <span className={`line-sign ${line.mark}`} data-sign={lineMarkSign[line.mark]}>
        {line.plan === 'fix' && line.work
          ? workLabel[line.work]
          : line.plan
            ? planLabel[line.plan]
            : affectednessLabel[line.affectedness]}
      </span>
      {line.isVerificationAsked && (
        <span className="block text-sm text-muted">The reporter is asked to verify it</span>
      )}
      {line.introducedIn && (
        <span className="block text-sm text-muted">
          since <span className="font-mono">{line.introducedIn}</span>
        </span>
      )}
      {line.isOverruled && (
        <span className="block text-sm text-due-soon">
          ⤳ Policy proposed {planLabel[line.proposal.plan ?? 'fix'].toLowerCase()}
        </span>
      )}
      {line.planReason && <span className="block max-w-64 text-sm text-muted">{line.planReason}</span>}
    </>
  )
}

function Fix({ line }: { line: LineView }) {
  const { view } = useCase()
  return (
    <div>
      {line.release ? (
        <>
          <a href={line.release.url} rel="noreferrer" className="font-mono text-accent underline">
            {line.release.version}
          </a>
          <span className="block text-sm text-muted">
            <Time instant={line.release.releasedAt} zone={view.policy.timeZone} show="absolute" />
          </span>
          {line.evidence.map((one) => (
            <ReleaseEvidence key={one.package} evidence={one} zone={view.policy.timeZone} />
          ))}
        </>
      ) : (
        line.needsFix && <span className="text-muted">Not released</span>
      )}
      {line.fixUrl && (
        <a href={line.fixUrl} rel="noreferrer" className="block text-sm text-accent underline">
          The fix
        </a>
      )}
    </div>
  )
}
