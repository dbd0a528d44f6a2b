/** Runs once when the server process starts, before it answers; never while the application is built. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startWebProcess } = await import('@/server/process/start-web-process')
  await startWebProcess()
}
