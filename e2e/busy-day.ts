import { acknowledges, classifies, confirms, reports, responds, writes } from '@/scripts/demo/acts'
import { affected, notAffected } from '@/scripts/demo/line-acts'
import { together, type Act, type Story } from '@/scripts/demo/play'
import type { Teammate } from '@/scripts/demo/team'

/** The three cases that a day is spent on, each at another step. */
export const busyTitles = {
  fresh: 'Anyone reads the drafts of others',
  acknowledged: 'A long name stops the importer',
  planned: 'The old cipher is still offered',
} as const

const reported = (title: string): Act =>
  reports({
    title,
    description: `${title}. Seen on a fresh installation with the settings it comes with.`,
    impact: 'Somebody who is signed in gets what is not theirs.',
    reproduction: 'Sign in as an editor, open the page, change the number in the address.',
    affectedVersions: '1.2.0 and later',
  })

const fresh: Story = {
  name: 'fresh',
  project: 'marmotte',
  course: [['40h', reported(busyTitles.fresh)]],
}

const acknowledged: Story = {
  name: 'acknowledged',
  project: 'marmotte',
  course: [
    ['2d', reported(busyTitles.acknowledged)],
    ['1d 2h', together(acknowledges('mei'), writes('mei', 'Thank you, we look at it.'))],
  ],
}

const planned: Story = {
  name: 'planned',
  project: 'marmotte',
  course: [
    ['14d', reported(busyTitles.planned)],
    ['13d 20h', acknowledges('mei')],
    ['13d', responds('mei', 'Seen here as well.', 'The cipher goes in the next patch release.')],
    [
      '12d',
      together(
        classifies('mei', { ratingAlone: 'medium', cwes: 'CWE-327' }),
        affected('mei', '1.2.x'),
        ...['main', '1.1.x', '1.0.x'].map((line) => notAffected('mei', line, 'vulnerable_code_not_present')),
        confirms('mei', 'Seen on 1.2.5 with the settings it comes with.'),
      ),
    ],
  ],
}

const things = ['upload', 'search', 'mail', 'calendar', 'archive', 'preview', 'token', 'session', 'backup']
const flaws = ['follows links out of its folder', 'trusts the name it is given', 'shows what others wrote']
const hands: readonly (readonly [project: string, who: Teammate])[] = [
  ['marmotte', 'aisha'],
  ['mantoso', 'mei'],
  ['dynamoose', 'tomas'],
]

/** A case among the others: fresh, acknowledged, or classified as well. */
function other(index: number): Story {
  const [project, who] = hands[index % hands.length]!
  const title = `The ${things[index % things.length]} ${flaws[Math.floor(index / things.length)]}`
  const hours = 3 + ((index * 7) % 31) * 2
  const steps: Story['course'] = [
    [`${hours}h`, reported(title)],
    [`${hours - 1}h`, acknowledges(who)],
    [`${hours - 2}h`, classifies(who, { ratingAlone: 'low', cwes: 'CWE-22' })],
  ]
  return { name: `other ${index}`, project, course: steps.slice(0, 1 + (Math.floor(index / 3) % 3)) }
}

/** Thirty open cases of three projects, as they stand on a Monday morning. */
export const busyDay: readonly Story[] = [
  fresh,
  acknowledged,
  planned,
  ...Array.from({ length: things.length * flaws.length }, (_, index) => other(index)),
]
