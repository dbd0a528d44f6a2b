import { z } from 'zod'

/** One value of a question, by its key in the official tables, with what it means in one sentence. */
interface Choice<Key extends string> {
  value: Key
  label: string
  means: string
}

interface Question<Key extends string> {
  label: string
  asks: string
  choices: readonly Choice<Key>[]
}

const question = <Key extends string>(
  label: string,
  asks: string,
  choices: Choice<Key>[],
): Question<Key> => ({
  label,
  asks,
  choices,
})

/** What is asked, in order; utility and public safety follow from the second to the fourth and the last. */
export const paceQuestions = {
  exploitation: question<'N' | 'P' | 'A'>('Exploitation', 'What is known about attacks today?', [
    { value: 'N', label: 'None', means: 'No attack is known, and no public demonstration.' },
    { value: 'P', label: 'Public demonstration', means: 'Anyone can find out how it is done.' },
    { value: 'A', label: 'Active', means: 'Attacks were seen, from a source one can trust.' },
  ]),
  automatable: question<'N' | 'Y'>('Automatable', 'Could a program attack many targets unattended?', [
    {
      value: 'N',
      label: 'No',
      means: 'At least one step, from finding the target to the attack, needs a person.',
    },
    { value: 'Y', label: 'Yes', means: 'All four steps run by themselves: find, prepare, deliver, attack.' },
  ]),
  valueDensity: question<'D' | 'C'>('Value density', 'How much does one successful attack gain?', [
    { value: 'D', label: 'Diffuse', means: 'Little: one person’s data, one small device.' },
    { value: 'C', label: 'Concentrated', means: 'Much: a server or a store that administrators look after.' },
  ]),
  technicalImpact: question<'P' | 'T'>(
    'Technical impact',
    'How far does the attacker control the software?',
    [
      { value: 'P', label: 'Partial', means: 'Some control, some of the data, or only with luck.' },
      { value: 'T', label: 'Total', means: 'Everything the software does, or everything it knows.' },
    ],
  ),
  safetyImpact: question<'N' | 'M' | 'R' | 'C'>('Safety impact', 'Could people be hurt?', [
    { value: 'N', label: 'Negligible', means: 'Minor injuries at worst.' },
    { value: 'M', label: 'Marginal', means: 'Somebody could be badly injured.' },
    { value: 'R', label: 'Critical', means: 'Somebody could die.' },
    { value: 'C', label: 'Catastrophic', means: 'Many could die.' },
  ]),
  missionImpact: question<'' | 'D' | 'MSC' | 'MEF' | 'MF'>(
    'Mission impact',
    'For whoever runs the software: what could stop working? Not part of the pace.',
    [
      { value: '', label: 'Not said', means: 'Each of them has to judge for themselves.' },
      { value: 'D', label: 'Degraded', means: 'Nothing that is essential.' },
      {
        value: 'MSC',
        label: 'Support crippled',
        means: 'What supports essential work; that goes on for a time.',
      },
      { value: 'MEF', label: 'One essential function', means: 'Longer than they can bear.' },
      { value: 'MF', label: 'The mission', means: 'Several essential functions, or all.' },
    ],
  ),
} as const

const values = <Key extends string>({ choices }: Question<Key>) =>
  z.enum(choices.map(({ value }) => value) as [Key, ...Key[]], { error: 'Choose one.' })

export const paceFields = {
  exploitation: values(paceQuestions.exploitation),
  automatable: values(paceQuestions.automatable),
  valueDensity: values(paceQuestions.valueDensity),
  technicalImpact: values(paceQuestions.technicalImpact),
  safetyImpact: values(paceQuestions.safetyImpact),
  missionImpact: values(paceQuestions.missionImpact).default(''),
}
export type PaceAnswers = { [Name in keyof typeof paceFields]: z.output<(typeof paceFields)[Name]> }

/** From the calmest to the fastest. */
export const paces = ['defer', 'scheduled', 'out_of_cycle', 'immediate'] as const
export type Pace = (typeof paces)[number]

export const paceLabel: Readonly<Record<Pace, string>> = {
  defer: 'Defer',
  scheduled: 'Scheduled',
  out_of_cycle: 'Out of cycle',
  immediate: 'Immediate',
}

export const paceMeans: Readonly<Record<Pace, string>> = {
  defer: 'No fix needs to be made for now.',
  scheduled: 'The fix can go out with the next regular release.',
  out_of_cycle: 'Do not wait for the next regular release: make one for the fix.',
  immediate: 'Work on nothing else until the fix is out.',
}

/** How useful the vulnerability is to attackers: laborious, efficient, super effective (table “Utility” 1.0.0). */
export function utilityOf({
  automatable,
  valueDensity,
}: Pick<PaceAnswers, 'automatable' | 'valueDensity'>): 'L' | 'E' | 'S' {
  if (automatable === 'Y') return valueDensity === 'C' ? 'S' : 'E'
  return valueDensity === 'C' ? 'E' : 'L'
}

/** Minimal unless more than minor injuries are possible (decision point “Public Safety Impact” 2.0.1). */
export const publicSafetyOf = ({ safetyImpact }: Pick<PaceAnswers, 'safetyImpact'>): 'M' | 'S' =>
  safetyImpact === 'N' ? 'M' : 'S'

type Branch = Record<'L' | 'E' | 'S', Record<'P' | 'T', Record<'M' | 'S', Pace>>>

const leaf = (minimal: Pace, significant: Pace) => ({ M: minimal, S: significant })

/** “Supplier Patch Development Priority” 1.0.0 of CERT/CC, by exploitation, utility, technical impact and public safety. */
const tree: Record<PaceAnswers['exploitation'], Branch> = {
  N: {
    L: { P: leaf('defer', 'scheduled'), T: leaf('scheduled', 'out_of_cycle') },
    E: { P: leaf('scheduled', 'out_of_cycle'), T: leaf('scheduled', 'out_of_cycle') },
    S: { P: leaf('scheduled', 'out_of_cycle'), T: leaf('out_of_cycle', 'out_of_cycle') },
  },
  P: {
    L: { P: leaf('scheduled', 'out_of_cycle'), T: leaf('scheduled', 'immediate') },
    E: { P: leaf('scheduled', 'immediate'), T: leaf('out_of_cycle', 'immediate') },
    S: { P: leaf('out_of_cycle', 'immediate'), T: leaf('out_of_cycle', 'immediate') },
  },
  A: {
    L: { P: leaf('out_of_cycle', 'immediate'), T: leaf('out_of_cycle', 'immediate') },
    E: { P: leaf('out_of_cycle', 'immediate'), T: leaf('out_of_cycle', 'immediate') },
    S: { P: leaf('immediate', 'immediate'), T: leaf('immediate', 'immediate') },
  },
}

/**
 * The pace SSVC recommends to whoever makes the fix. Worked case: a public demonstration, not automatable, concentrated value (so
 * efficient), total impact, nobody hurt → out of cycle.
 */
export const recommendedPace = (answers: PaceAnswers): Pace =>
  tree[answers.exploitation][utilityOf(answers)][answers.technicalImpact][publicSafetyOf(answers)]

export const humanImpacts = ['low', 'medium', 'high', 'very_high'] as const
export type HumanImpact = (typeof humanImpacts)[number]

export const humanImpactLabel: Readonly<Record<HumanImpact, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  very_high: 'Very high',
}

/** Safety and mission together, for whoever runs the software (table “Human Impact” 1.0.0); null: the mission was not said. */
export function humanImpactOf({
  safetyImpact,
  missionImpact,
}: Pick<PaceAnswers, 'safetyImpact' | 'missionImpact'>): HumanImpact | null {
  if (missionImpact === '') return null
  if (safetyImpact === 'C' || missionImpact === 'MF') return 'very_high'
  return humanTable[safetyImpact][missionImpact]
}

const humanTable: Record<'N' | 'M' | 'R', Record<'D' | 'MSC' | 'MEF', HumanImpact>> = {
  N: { D: 'low', MSC: 'low', MEF: 'medium' },
  M: { D: 'low', MSC: 'low', MEF: 'medium' },
  R: { D: 'medium', MSC: 'high', MEF: 'high' },
}
