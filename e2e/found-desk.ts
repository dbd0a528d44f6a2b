import fs from 'node:fs'
import path from 'node:path'
import { Desk } from '@/scripts/demo/desk'
import { foundDesk } from '@/scripts/demo/found-desk'
import { play, type Story } from '@/scripts/demo/play'
import { stories } from '@/scripts/demo/stories/stories'
import { startUp } from '@/server/jobs/start-up'
import { beginning } from './beginning'
import { busyDay } from './busy-day'
import type { DeskKind } from './desk-kind'
import { addRequests, asksReporter, sendsMail } from './open-questions'

/**
 * Founds a desk in the folder it is given, by the same commands as its screens. A bare one has had no report yet; in a lively one
 * the cases of the demonstration have happened and its team has asked reporters something; in a busy one thirty cases are open.
 * `cases.json` says how each is reached. Where a server is named, its rows are there.
 */
const [folder = '', kind = 'bare', databaseUrl = ''] = process.argv.slice(2)
const clockFile = path.join(folder, 'clock')
fs.writeFileSync(clockFile, beginning)
Object.assign(process.env, {
  DATA_FOLDER: path.join(folder, 'data'),
  MASTER_KEY_FILE: path.join(folder, 'master.key'),
  TEST_CLOCK_FILE: clockFile,
  ...{ HOST: 'localhost', BASE_URL: 'http://localhost:3000' },
  ...{ MASTER_KEY: '', DATABASE_URL: databaseUrl, SMTP_URL: '', MAIL_FROM: '' },
})

const database = await startUp()
const desk = new Desk(database, clockFile, beginning)
await foundDesk(desk)
const happened: Record<DeskKind, readonly Story[]> = { bare: [], lively: stories, busy: busyDay }
const courses = await play(desk, happened[kind as DeskKind])
if (kind === 'lively') await asksReporter(courses.get('search-titles')!, '1.2.x')
if (kind === 'lively') await sendsMail(desk)
const requests = kind === 'lively' ? await addRequests(courses.get('cache-tenants')!) : {}
await database.close()
const cases = [...courses].map(([name, { reference, receipts }]) => [
  name,
  { reference, receipt: receipts[0] },
])
fs.writeFileSync(
  path.join(folder, 'cases.json'),
  JSON.stringify({ ...Object.fromEntries(cases), ...requests }),
)
