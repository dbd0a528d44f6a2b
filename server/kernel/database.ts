import { openDatabase, type Database } from '@/db/connection'
import { environment } from './environment'

/** The process's one database, opened on first use. Only the kernel opens it; everything else is given a transaction. */
export function getDatabase(): Promise<Database> {
  const { DATABASE_URL, DATA_FOLDER } = environment()
  return openDatabase(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataFolder: DATA_FOLDER })
}
