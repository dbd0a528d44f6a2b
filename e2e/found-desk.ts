import fs from 'node:fs'
import path from 'node:path'
import { Desk } from '@/scripts/demo/desk'
import { foundDesk } from '@/scripts/demo/found-desk'
import { startUp } from '@/server/jobs/start-up'
import { beginning } from './beginning'

/** Founds a desk in the folder it is given, by the same commands as its screens: no report has come yet. */
const [folder = ''] = process.argv.slice(2)
const clockFile = path.join(folder, 'clock')
fs.writeFileSync(clockFile, beginning)
Object.assign(process.env, {
  DATA_FOLDER: path.join(folder, 'data'),
  MASTER_KEY_FILE: path.join(folder, 'master.key'),
  TEST_CLOCK_FILE: clockFile,
  ...{ HOST: 'localhost', BASE_URL: 'http://localhost:3000' },
  ...{ MASTER_KEY: '', DATABASE_URL: '', SMTP_URL: '', MAIL_FROM: '' },
})

const database = await startUp()
await foundDesk(new Desk(database, clockFile, beginning))
await database.close()
