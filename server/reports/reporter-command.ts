import { z } from 'zod'
import type { Verb } from '@/domain/access/can'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { loadOwnCase, type OwnCase } from './load-own-case'

/** Declares a change a reporter makes to their own case, which the receipt names: as `caseCommand`, without naming it again. */
export function reporterCommand<Shape extends z.ZodRawShape, Output>(definition: {
  name: string
  input: Shape
  may: Verb
  run(context: Context, input: z.output<z.ZodObject<Shape>>, found: OwnCase): Promise<Output>
}) {
  return command({
    name: definition.name,
    input: z.object(definition.input),
    may: definition.may,
    load: (context) => loadOwnCase(context, { lock: true }),
    run: async (context, given, found: OwnCase) => {
      const output = await definition.run(context, given, found)
      await refreshCaseIndex(context, found.case.id)
      return output
    },
  })
}
