import {
  acknowledges,
  asks,
  classifies,
  confirms,
  drafts,
  overrides,
  reports,
  resolves,
  responds,
  schedules,
  timePasses,
} from '../acts'
import { affected, works } from '../line-acts'
import { together, type Story } from '../play'

const project = 'pedro'

/** It leaked before the patch was ready, so it was announced all the same. */
const syncToken: Story = {
  name: 'sync-token',
  project,
  course: [
    [
      '8d',
      reports({
        title: 'The sync command writes its token into the shell history',
        description:
          'The sync command starts a second process and hands it the token as an argument. It stands in the list of processes and, with the usual settings, in the history of the shell.',
        impact: 'Other users of the machine take over the notes.',
        contactName: 'Emil Novak',
        contactEmail: 'emil@example.org',
      }),
    ],
    ['7d 20h', acknowledges('jonas')],
    [
      '7d',
      responds(
        'jonas',
        'Seen here as well.',
        'The token goes through the environment from now on. A patch comes within a week.',
      ),
    ],
    [
      '6d',
      together(
        classifies('jonas', { ratingAlone: 'high', cwes: 'CWE-214' }),
        affected('jonas', 'main', { work: 'merged' }),
        affected('jonas', '1.8.x', { work: 'in_progress' }),
        affected('jonas', '1.7.x'),
        affected('jonas', '1.6.x'),
        confirms('jonas', 'Ran sync on 1.8.3 and read the token from the list of processes.'),
      ),
    ],
    ['3d', works('jonas', '1.8.x', 'in_review')],
    [
      '21h',
      together(
        drafts('jonas', {
          title: 'The sync command shows its token to other users',
          summary:
            'The token of the sync service was handed over as an argument that other users of the machine can read.',
          impact: 'Other users of the machine can read and change the synced notes.',
          actions: 'Until 1.8.4 is out, do not run sync on machines you share, and renew your token.',
          noCveReason: 'Requested, not assigned yet.',
          creditDecision: 'as_in_ledger',
        }),
        overrides(
          'jonas',
          'leaked',
          'Somebody described it in the forum this morning, with the command to read the token. People need the workaround now.',
        ),
        schedules('jonas', '20h'),
      ),
    ],
    ['20h', timePasses],
  ],
}

/** A question that nobody has answered for more than two weeks. */
const backupRights: Story = {
  name: 'backup-rights',
  project,
  course: [
    [
      '20d',
      reports({
        title: 'Backups on network drives are readable by everybody',
        description:
          'On a network drive the backup archive is created with rights for everybody and is narrowed only after it was written. While a large backup runs, others on the network can copy it.',
        contactName: 'Greta Moe',
        contactEmail: 'greta@example.org',
      }),
    ],
    ['19d', acknowledges('sam')],
    [
      '16d',
      together(
        classifies('sam', { ratingAlone: 'low' }),
        asks(
          'sam',
          'We see this on one kind of network drive and not on another. Which one do you use, and with which options is it mounted?',
        ),
      ),
    ],
  ],
}

const notesHtml: Story = {
  name: 'notes-html',
  project,
  course: [
    [
      '45d',
      reports({
        title: 'Script in a note runs when it is exported',
        description:
          'I believe that a script in a note runs when the note is exported as a page and opened in a browser.',
        creditAs: 'anonymous',
      }),
    ],
    ['44d', acknowledges('jonas')],
    [
      '43d',
      resolves('jonas', {
        kind: 'not_reproducible',
        explanation:
          'We exported notes with scripts in every way the editor knows, with 1.8.3 and with main: they come out as text. If you have a note that behaves otherwise, write here and we open this again.',
      }),
    ],
  ],
}

export const pedroStories = [syncToken, backupRights, notesHtml]
