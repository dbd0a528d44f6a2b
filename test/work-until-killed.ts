import { sendMail } from '@/server/mail/send-mail'
import { startUp } from '@/server/jobs/start-up'
import { startWorker } from '@/server/jobs/worker'
import { now } from '@/server/kernel/clock'

/**
 * A desk that does its jobs until it is killed. Told which variables to set and how many mails to write first,
 * all in one transaction, to reader0@example.test and so on.
 */
const [variables = '{}', count = '0'] = process.argv.slice(2)
Object.assign(process.env, JSON.parse(variables))

const database = await startUp()
await database.transaction(async (tx) => {
  for (let n = 0; n < Number(count); n++) {
    await sendMail(
      { tx, now: now() },
      {
        occasion: 'announced:MAR-1',
        recipient: { name: '', address: `reader${n}@example.test` },
        subject: 'An advisory was published',
        body: 'Read it.\n',
      },
    )
  }
})
startWorker({ database, id: `killed/${process.pid}` })
process.stdout.write('working\n')
