import { z } from 'zod'
import type { Verb } from '@/domain/access/can'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { refused } from '@/server/kernel/problem'
import { refreshCaseIndex } from './case-index'
import { caseName, loadCase, type FoundCase } from './load-case'

/** Why nothing else can be done with a held report. */
export const stillHeld = 'This report is held. Release it first, or mark it as spam.'

/**
 * Declares a change to one case: its row is locked, and when the change is done what is derived from the case
 * (stage, next due instant) is stored anew in the same transaction.
 */
export function caseCommand<Shape extends z.ZodRawShape, Output>(definition: {
  name: string
  input: Shape
  may: Verb
  /** Also while the report is held; everything else waits until somebody looked at it. */
  whileHeld?: true
  run(
    context: Context,
    input: z.output<z.ZodObject<Shape & { case: typeof caseName }>>,
    found: FoundCase,
  ): Promise<Output>
}) {
  const input = z.object({ ...definition.input, case: caseName }) as z.ZodObject<
    Shape & { case: typeof caseName }
  >
  return command({
    name: definition.name,
    input,
    may: definition.may,
    load: (context, given) => loadCase(context, (given as { case: string }).case, { lock: true }),
    run: async (context, given, found: FoundCase) => {
      if (found.case.isHeld && !definition.whileHeld) throw refused(stillHeld)
      const output = await definition.run(context, given, found)
      await refreshCaseIndex(context, found.case.id)
      return output
    },
  })
}
