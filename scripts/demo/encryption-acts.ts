import { createMessage, encrypt, generateKey, readKey } from 'openpgp'
import { neutralTitle } from '@/domain/encryption/armored-message'
import { publishKey } from '@/server/encryption/publish-key'
import { now } from '@/server/kernel/clock'
import { reports } from './acts'
import { given } from './desk'
import type { Act } from './play'
import type { Teammate } from './team'

/** A team makes a key pair and publishes the public half. The private one is in the hands of who runs the demonstration, for trying. */
export const publishesKey =
  (who: Teammate): Act =>
  async ({ desk, project }) => {
    const { publicKey, privateKey } = await generateKey({
      type: 'ecc',
      curve: 'curve25519Legacy',
      userIDs: [
        {
          name: `${project[0]?.toUpperCase()}${project.slice(1)} security`,
          email: `security@${project}.example.org`,
        },
      ],
      date: new Date(now()),
    })
    given(await publishKey(await desk.actor(who), { project, key: publicKey }))
    desk.teamKey = { publicKey, privateKey }
  }

/** Somebody reports in a message that only the team's key opens. */
export const reportsEncrypted =
  (text: string, contactEmail: string): Act =>
  async (course) => {
    if (!course.desk.teamKey) throw new Error('No team has a key yet.')
    const description = await encrypt({
      message: await createMessage({ text }),
      encryptionKeys: await readKey({ armoredKey: course.desk.teamKey.publicKey }),
      date: new Date(now()),
    })
    await reports({ title: neutralTitle, description, contactEmail })(course)
  }
