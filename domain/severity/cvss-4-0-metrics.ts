import { modifiedMetric, optionalMetric, requirementMetric, type CvssMetric } from './cvss-metric'

const impact = (
  metric: string,
  where: 'this software' | 'other systems',
  goal: string,
  loss: string,
): CvssMetric => ({
  metric,
  label: `${goal}, ${where}`,
  group: 'base',
  explanation: `How much ${loss} in ${where === 'this software' ? 'the vulnerable software itself' : 'systems beyond the vulnerable software'}.`,
  values: [
    { value: 'H', label: 'High', means: 'All of it, or the part that matters most.' },
    { value: 'L', label: 'Low', means: 'Some of it, with no serious consequence.' },
    { value: 'N', label: 'None', means: 'Nothing.' },
  ],
})

const base: readonly CvssMetric[] = [
  {
    metric: 'AV',
    label: 'Attack vector',
    group: 'base',
    explanation: 'How near the attacker has to be.',
    values: [
      { value: 'N', label: 'Network', means: 'From anywhere a packet can be routed from.' },
      {
        value: 'A',
        label: 'Adjacent',
        means: 'From the same local network, radio range or administrative zone.',
      },
      {
        value: 'L',
        label: 'Local',
        means: 'From a session on the machine, or through a file somebody opens there.',
      },
      { value: 'P', label: 'Physical', means: 'By touching the device.' },
    ],
  },
  {
    metric: 'AC',
    label: 'Attack complexity',
    group: 'base',
    explanation: 'Whether the attacker must get past a protection built to stop the attack.',
    values: [
      { value: 'L', label: 'Low', means: 'No protection has to be defeated.' },
      {
        value: 'H',
        label: 'High',
        means: 'A protection such as address randomisation, or a secret, has to be defeated first.',
      },
    ],
  },
  {
    metric: 'AT',
    label: 'Attack requirements',
    group: 'base',
    explanation:
      'Whether the attack works only under conditions of the target the attacker cannot bring about.',
    values: [
      { value: 'N', label: 'None', means: 'It works on nearly every installation.' },
      {
        value: 'P',
        label: 'Present',
        means: 'It needs a race to be won, a certain set-up, or a place on the wire.',
      },
    ],
  },
  {
    metric: 'PR',
    label: 'Privileges required',
    group: 'base',
    explanation: 'What rights the attacker needs before the attack.',
    values: [
      { value: 'N', label: 'None', means: 'No account at all.' },
      { value: 'L', label: 'Low', means: 'An ordinary account.' },
      { value: 'H', label: 'High', means: 'An administrator’s rights, or close to them.' },
    ],
  },
  {
    metric: 'UI',
    label: 'User interaction',
    group: 'base',
    explanation: 'Whether somebody other than the attacker has to take part.',
    values: [
      { value: 'N', label: 'None', means: 'Nobody else is needed.' },
      { value: 'P', label: 'Passive', means: 'Somebody uses the software as usual, such as opening a page.' },
      {
        value: 'A',
        label: 'Active',
        means: 'Somebody does something particular, such as dismissing a warning.',
      },
    ],
  },
  impact('VC', 'this software', 'Confidentiality', 'the attacker can read'),
  impact('VI', 'this software', 'Integrity', 'the attacker can change'),
  impact('VA', 'this software', 'Availability', 'the attacker can stop from working'),
  impact('SC', 'other systems', 'Confidentiality', 'the attacker can read'),
  impact('SI', 'other systems', 'Integrity', 'the attacker can change'),
  impact('SA', 'other systems', 'Availability', 'the attacker can stop from working'),
]

const safety = { value: 'S', label: 'Safety', means: 'People could be hurt.' }

const threat: readonly CvssMetric[] = [
  optionalMetric({
    metric: 'E',
    label: 'Exploit maturity',
    group: 'threat',
    explanation: 'What is known about attacks today.',
    values: [
      { value: 'A', label: 'Attacked', means: 'Attacks were seen, or tools make them easy.' },
      { value: 'P', label: 'Proof of concept', means: 'A demonstration is public, attacks are not known.' },
      { value: 'U', label: 'Unreported', means: 'Neither a demonstration nor an attack is known.' },
    ],
  }),
]

const environmental: readonly CvssMetric[] = [
  requirementMetric('CR', 'Confidentiality'),
  requirementMetric('IR', 'Integrity'),
  requirementMetric('AR', 'Availability'),
  ...base.map((metric) => modifiedMetric(metric, ['SI', 'SA'].includes(metric.metric) ? [safety] : [])),
]

const supplemental: readonly CvssMetric[] = [
  {
    metric: 'S',
    label: 'Safety',
    explanation: 'Whether an attack could injure people.',
    values: [
      { value: 'N', label: 'Negligible', means: 'At worst somebody is slightly hurt.' },
      { value: 'P', label: 'Present', means: 'Somebody could be injured or worse.' },
    ],
  },
  {
    metric: 'AU',
    label: 'Automatable',
    explanation: 'Whether a program could attack many targets without a person steering it.',
    values: [
      { value: 'N', label: 'No', means: 'At least one step needs a person.' },
      { value: 'Y', label: 'Yes', means: 'All steps can run unattended, as a worm would.' },
    ],
  },
  {
    metric: 'R',
    label: 'Recovery',
    explanation: 'How service comes back after an attack.',
    values: [
      { value: 'A', label: 'Automatic', means: 'By itself.' },
      { value: 'U', label: 'User', means: 'When somebody steps in.' },
      { value: 'I', label: 'Irrecoverable', means: 'Not at all.' },
    ],
  },
  {
    metric: 'V',
    label: 'Value density',
    explanation: 'How much one successful attack gains.',
    values: [
      { value: 'D', label: 'Diffuse', means: 'Little: one person’s data, one small device.' },
      { value: 'C', label: 'Concentrated', means: 'Much: a server or a store many depend on.' },
    ],
  },
  {
    metric: 'RE',
    label: 'Response effort',
    explanation: 'How hard it is for users to put the mend in place.',
    values: [
      { value: 'L', label: 'Low', means: 'A routine update.' },
      { value: 'M', label: 'Moderate', means: 'Some planning, or a short outage.' },
      { value: 'H', label: 'High', means: 'Replacement on site, or a long outage.' },
    ],
  },
  {
    metric: 'U',
    label: 'Provider urgency',
    explanation: 'How urgent the project itself says the update is.',
    values: [
      { value: 'Clear', label: 'Clear', means: 'No urgency; for information.' },
      { value: 'Green', label: 'Green', means: 'Little urgency.' },
      { value: 'Amber', label: 'Amber', means: 'Some urgency.' },
      { value: 'Red', label: 'Red', means: 'The highest urgency.' },
    ],
  },
].map((metric) => optionalMetric({ ...metric, group: 'supplemental' }))

/** All CVSS 4.0 metrics in the order the specification prescribes for vectors (section 7, table 23). */
export const cvss40Metrics: readonly CvssMetric[] = [...base, ...threat, ...environmental, ...supplemental]
