import { job } from '@/server/jobs/job'
import { indexMissing } from './index-missing'

/** So many batches at a time: the next sweep goes on, and other jobs get their turn between. */
const batches = 50

job('search.sweep', async (actor) => {
  let result = await indexMissing(actor, {})
  for (let done = 1; done < batches && result.ok && result.value === 'more'; done++)
    result = await indexMissing(actor, {})
  return result
})
