import { pendingMigrations } from '@/db/migrate'
import { getDatabase } from '@/server/kernel/database'
import { verifyEvents } from '@/server/kernel/verify-events'

/** Checks every chain of events: one line when all stand, else one for each break and a failure. */
async function main(): Promise<number> {
  const database = await getDatabase()
  try {
    if ((await pendingMigrations(database)) > 0)
      throw new Error('The database is not in the newest form yet. Start the desk once, then verify.')
    const { chains, events, breaks } = await verifyEvents(database.db)
    for (const { chainId, position, what } of breaks)
      console.error(`Chain ${chainId}, event ${position}: ${what}.`)
    console.log(
      breaks.length === 0
        ? `All ${events} events of ${chains} chains stand as they were recorded.`
        : `The events do not hold: ${breaks.length === 1 ? 'one break' : `${breaks.length} breaks`} in ${chains} chains.`,
    )
    return breaks.length === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})
