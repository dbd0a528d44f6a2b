import fs from 'node:fs'
import path from 'node:path'
import { minuteMs, toInstant } from '@/lib/instant'
import { startUp } from '@/server/jobs/start-up'
import { Desk } from './desk'
import { foundDesk } from './found-desk'
import { play } from './play'
import { cliTokens } from './stories/art-of-tech'
import { streamKeys } from './stories/dynamoose'
import { stories } from './stories/stories'
import { demoPassword, team } from './team'

/** Fills the empty desk named by the environment, and says on its last line how to get in, as JSON. */
const [folder = ''] = process.argv.slice(2)
const clockFile = path.join(folder, 'clock')
const present = toInstant(Math.floor(Date.now() / minuteMs) * minuteMs)
process.env.TEST_CLOCK_FILE = clockFile
fs.writeFileSync(clockFile, present)

const database = await startUp()
const desk = new Desk(database, clockFile, present)
await foundDesk(desk)
const courses = await play(desk, stories)
await database.close()

const people = Object.values(team).map(({ name, address, roles }) => {
  const held = Object.entries(roles).map(([project, role]) => `${role} of ${project}`)
  return { address, who: `${name}: ${held.join(', ') || 'owner of the desk'}` }
})
const receipt = courses.get(cliTokens.name)?.receipts[0]
const privateKeyFile = path.join(folder, 'team-private-key.asc')
fs.writeFileSync(privateKeyFile, desk.teamKey?.privateKey ?? '', { mode: 0o600 })
const encrypted = { reference: courses.get(streamKeys.name)?.reference, privateKeyFile }
process.stdout.write(`${JSON.stringify({ password: demoPassword, people, receipt, encrypted })}\n`)
