import {
  acknowledges,
  audits,
  classifies,
  confirms,
  drafts,
  escalates,
  notes,
  repeats,
  reports,
  resolves,
  responds,
  schedules,
  timePasses,
  writes,
} from '../acts'
import { reminds } from '../reporter-acts'
import { affected, notAffected, releases, willNotFix, works } from '../line-acts'
import { together, type Story } from '../play'

const project = 'mantoso'

/** Being fixed, with one line that stays as it is. */
const queuePrefix: Story = {
  name: 'queue-prefix',
  project,
  course: [
    [
      '12d',
      reports({
        title: 'A queue name with a colon reads the jobs of another queue',
        description:
          'Keys are made of the prefix, a colon and the name of the queue. A name that holds a colon itself makes the key of another queue, so that whoever may name queues can read and take jobs that are not theirs.',
        impact: 'Tenants that share one store read each other’s jobs.',
        reproduction:
          'Open a queue named a:b beside a queue named b under the prefix of a. Both hold the same jobs.',
        contactName: 'Wen Li',
        contactEmail: 'wen@example.org',
      }),
    ],
    ['11d 18h', acknowledges('mei')],
    [
      '11d',
      responds(
        'mei',
        'Thank you, reproduced as you describe.',
        'We escape the names and mind the keys that exist already. A first patch comes next week.',
      ),
    ],
    [
      '10d',
      together(
        classifies('mei', {
          vector40: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N',
          cwes: 'CWE-74',
        }),
        affected('mei', 'main', { work: 'in_review' }),
        affected('mei', '3.2.x', { work: 'in_progress' }),
        affected('mei', '3.1.x'),
        willNotFix(
          'mei',
          '2.9.x',
          'Names are fixed in the configuration on 2.9 and never come from outside.',
        ),
        affected('mei', '1.x'),
        confirms('mei', 'Two queues on 3.2.4, as in the report.'),
      ),
    ],
    [
      '6d',
      notes('mei', 'Existing keys with a colon must still be found after the update, else people lose jobs.'),
    ],
    [
      '4d',
      writes(
        'mei',
        '3.2.x is merged. 3.1.x needs another way to find the old keys; that takes a few days more.',
      ),
    ],
    ['4d', together(works('mei', '3.2.x', 'merged'), works('mei', '3.1.x', 'in_progress'))],
  ],
}

/** The same again from somebody else. */
const queuePrefixAgain: Story = {
  name: 'queue-prefix-again',
  project,
  course: [
    [
      '9d',
      reports({
        title: 'Jobs of other tenants show up when the queue name has a colon',
        description:
          'We let customers name their queues. One of them used a colon and saw jobs of another customer. The name seems to go into the key as it is, without any escaping.',
        impact: 'Customers saw the jobs of each other.',
        contactName: 'Pilar Soto',
        contactEmail: 'pilar@example.org',
      }),
    ],
    ['8d 20h', acknowledges('aisha')],
    [
      '8d',
      repeats(
        'aisha',
        'queue-prefix',
        'Somebody reported the same to us a few days before you, and a fix is under way. You keep your own credit and hear from us when it is out.',
      ),
    ],
  ],
}

/** Belongs to somebody else, who was told. */
const dependency: Story = {
  name: 'dependency',
  project,
  course: [
    [
      '25d',
      reports({
        title: 'The date parser hangs on long input',
        description:
          'A schedule with a date of many thousand digits keeps the process busy for minutes. The time is spent in the parser for dates that the package depends on.',
        impact: 'Whoever may write schedules stops the process.',
        contactName: 'Wen Li',
        contactEmail: 'wen@example.org',
      }),
    ],
    ['24d 20h', acknowledges('mei')],
    [
      '24d',
      resolves(
        'mei',
        {
          kind: 'third_party',
          explanation:
            'The parser is not ours. Its maintainers know now, and we move to their next version as soon as it is there.',
          upstream: 'The tidy-dates parser',
          toldWhere: 'their private report form',
        },
        { toldAgo: '24d 2h' },
      ),
    ],
  ],
}

/** Overdue: nobody has acknowledged it, and the desk has said so. */
const configMerge: Story = {
  name: 'config-merge',
  project,
  course: [
    [
      '30h',
      reports({
        title: 'Merging configuration changes the prototype of all objects',
        description:
          'The function that merges configuration files copies every key it finds, those included that reach the prototype. A file from outside then changes how every object of the process behaves.',
        impact: 'A configuration file that somebody else may write takes over the process.',
        contactName: 'Noor Haddad',
        contactEmail: 'noor@example.org',
      }),
    ],
    ['5h 50m', escalates],
    ['4h', reminds],
  ],
}

/** Came in today. */
const retryHeaders: Story = {
  name: 'retry-headers',
  project,
  course: [
    [
      '5h',
      reports({
        title: 'Retries send credentials to the host of a redirect',
        description:
          'When a request is answered with a redirect and then retried, the retry goes straight to the new host and takes the header with the credentials along.',
        impact: 'The host somebody redirects to receives the credentials.',
        affectedVersions: '3.1 and 3.2',
      }),
    ],
  ],
}

/** Over and done with. */
const environmentDump: Story = {
  name: 'environment-dump',
  project,
  course: [
    [
      '110d',
      reports({
        title: 'The debug report holds variables marked as secret',
        description:
          'The command that writes a report for bug trackers leaves secret values out of the configuration but not out of the list of environment variables below it.',
        impact: 'People who post the report publish their secrets.',
        contactName: 'Halima Yusuf',
        contactEmail: 'halima@example.org',
      }),
    ],
    ['109d 12h', acknowledges('mei')],
    [
      '108d 12h',
      responds(
        'mei',
        'Right: the list below is written by another function.',
        'It goes into the next patch of every line.',
      ),
    ],
    [
      '107d',
      together(
        classifies('mei', { vector31: 'CVSS:3.1/AV:L/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N', cwes: 'CWE-532' }),
        affected('mei', 'main', { work: 'in_progress' }),
        affected('mei', '3.2.x'),
        affected('mei', '3.1.x'),
        notAffected('mei', '2.9.x', 'component_not_present'),
        notAffected('mei', '1.x', 'component_not_present'),
        confirms('mei', 'Wrote a report with one secret variable set, on 3.2.1.'),
      ),
    ],
    ['100d', audits('aisha', 'Everything that prints settings.', 'Nothing further.')],
    [
      '99d',
      together(
        works('mei', 'main', 'merged'),
        releases('mei', '3.2.x', '3.2.2'),
        releases('mei', '3.1.x', '3.1.9'),
      ),
    ],
    [
      '98d',
      drafts('mei', {
        title: 'The debug report holds variables marked as secret',
        summary:
          'The report for bug trackers listed environment variables without leaving out those marked as secret.',
        impact: 'Secrets become public when such a report is posted.',
        actions: 'Update to 3.2.2 or 3.1.9, and renew secrets that stood in a report you posted.',
        cveId: 'CVE-2026-99990007',
        creditDecision: 'as_in_ledger',
      }),
    ],
    ['98d', schedules('mei', '97d')],
    ['97d', timePasses],
  ],
}

export const mantosoStories = [
  queuePrefix,
  queuePrefixAgain,
  dependency,
  configMerge,
  retryHeaders,
  environmentDump,
]
