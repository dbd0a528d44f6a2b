import { caseCommand } from './case-command'
import { enteredSeverity, severityFields } from './severity-input'
import { storeOpinion } from './store-opinion'

/**
 * Says how severe one thinks the vulnerability is. It stands beside the others' until one says otherwise, and decides nothing: the
 * case's severity is the one that was classified.
 */
export const scoreSeverity = caseCommand({
  name: 'cases.scoreSeverity',
  input: severityFields,
  may: 'score_severity',
  run: async (context, input, found) => {
    const severity = enteredSeverity(input)
    await storeOpinion(context, found, severity, input.reason)
    return { rating: severity.rating }
  },
})
