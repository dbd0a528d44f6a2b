import { whyChecked } from '@/domain/projects/flood'
import { command } from '@/server/kernel/command'
import { invalid } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { takeSolution } from './challenge'
import { refuseWhilePaused } from './intake'
import { openReportedCase } from './open-reported-case'
import { receiptPromises, type ReceiptPromises } from './opening-clocks'
import { formOf, loadSubmission } from './load-submission'
import { allThatIsWrong, inFormOrder, readReport } from './read-report'
import { reportInput } from './report-input'
import { receiptOfSubmission } from './submission-receipt'

/** What a reporter gets for a report: the way back to it, and what was promised the moment it arrived. */
export interface Receipt extends ReceiptPromises {
  receipt: string
  reference: string
  /** A person looks at it before the team is told. */
  isHeld: boolean
  projectName: string
  warnings: string[]
}

/**
 * Takes a report: one case, one report, one event, one job to greet both sides, in one transaction.
 * The receipt follows from the form's own random key, so the same submission sent twice (a double click, a lost answer)
 * is one report with one receipt, and the desk itself keeps only the receipt's hash.
 */
export const submitReport = command({
  name: 'reports.submit',
  input: reportInput,
  may: 'file_report',
  allThatIsWrong,
  load: loadSubmission,
  run: async (context, input, { project, policy, came, earlier, said, submissionHash }): Promise<Receipt> => {
    const { submission, attachments: files, reporterKey, timeZone, solution, channel } = input
    const form = formOf(input)
    // What the desk itself files, somebody has looked at. Other mail is checked: it can solve nothing, so it is held.
    const areSendersChecked = context.actor.kind !== 'job' && whyChecked(project, came) !== null
    // Mail is what a paused form leads to, and has a rule of its own against floods.
    if (!earlier && channel !== 'email') refuseWhilePaused(project, policy.terms)
    const { errors, warnings, keyIds, ownKey } = await readReport(form, policy.terms, {
      attachments: files.length,
      now: context.now,
      channel,
      reporterKey,
    })
    if (Object.keys(errors).length > 0) throw invalid(inFormOrder(errors))

    const given = {
      receipt: receiptOfSubmission(project.id, submission, said),
      projectName: project.name,
    }
    if (earlier)
      return {
        ...given,
        isHeld: earlier.isHeld,
        warnings: earlier.isHeld ? [heldWarning, ...warnings] : warnings,
        reference: earlier.reference,
        ...receiptPromises(earlier.terms, earlier.report),
      }

    // While senders are checked, what nothing solved a challenge for is held; a solution that is no good is refused.
    const isHeld = areSendersChecked && !solution
    if (areSendersChecked && solution) await takeSolution(context, project.id, solution)

    const { reference, report } = await openReportedCase(context, {
      project,
      policy,
      form,
      files,
      isHeld,
      ownKey,
      sent: {
        channel,
        submissionHash,
        receiptHash: vault().keyedHash('receipt', given.receipt),
        timeZone,
        encryptedTo: keyIds,
        newsByMail: input.newsByMail === 'yes',
        language: input.language,
      },
    })
    return {
      ...given,
      isHeld,
      warnings: isHeld ? [heldWarning, ...warnings] : warnings,
      reference,
      ...receiptPromises(policy.terms, report),
    }
  },
})

const heldWarning =
  'So many reports arrive just now that a person looks at yours before the team is told. It is stored, the promises count from now, and you need not send it again.'
