import { modifiedMetric, optionalMetric, requirementMetric, type CvssMetric } from './cvss-metric'

const impact = (metric: string, label: string, loss: string): CvssMetric => ({
  metric,
  label,
  group: 'base',
  explanation: `How much ${loss}.`,
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
    explanation: 'Whether success depends on things the attacker does not control.',
    values: [
      { value: 'L', label: 'Low', means: 'The attack works every time.' },
      { value: 'H', label: 'High', means: 'It needs preparation, luck, or a place on the wire.' },
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
      { value: 'R', label: 'Required', means: 'Somebody has to do something, such as opening a link.' },
    ],
  },
  {
    metric: 'S',
    label: 'Scope',
    group: 'base',
    explanation: 'Whether the damage reaches beyond what the vulnerable software is in charge of.',
    values: [
      { value: 'U', label: 'Unchanged', means: 'The damage stays within.' },
      { value: 'C', label: 'Changed', means: 'Other software or systems are hit as well.' },
    ],
  },
  impact('C', 'Confidentiality', 'the attacker can read'),
  impact('I', 'Integrity', 'the attacker can change'),
  impact('A', 'Availability', 'the attacker can stop from working'),
]

const threat: readonly CvssMetric[] = [
  {
    metric: 'E',
    label: 'Exploit code maturity',
    explanation: 'How ready the means of attack are today.',
    values: [
      { value: 'H', label: 'High', means: 'Attacks run by themselves, or need no code.' },
      { value: 'F', label: 'Functional', means: 'Code exists that mostly works.' },
      {
        value: 'P',
        label: 'Proof of concept',
        means: 'A demonstration exists that an expert could build on.',
      },
      { value: 'U', label: 'Unproven', means: 'Only theory so far.' },
    ],
  },
  {
    metric: 'RL',
    label: 'Remediation level',
    explanation: 'What users can do about it today.',
    values: [
      { value: 'U', label: 'Unavailable', means: 'Nothing yet.' },
      { value: 'W', label: 'Workaround', means: 'A way around it that the project did not make.' },
      { value: 'T', label: 'Temporary fix', means: 'A stopgap from the project.' },
      { value: 'O', label: 'Official fix', means: 'A complete fix from the project.' },
    ],
  },
  {
    metric: 'RC',
    label: 'Report confidence',
    explanation: 'How sure it is that the vulnerability is as described.',
    values: [
      { value: 'C', label: 'Confirmed', means: 'Reproduced, or confirmed by the project.' },
      { value: 'R', label: 'Reasonable', means: 'Much speaks for it, not all is known.' },
      { value: 'U', label: 'Unknown', means: 'Reports differ, or the cause is not known.' },
    ],
  },
].map((metric) => optionalMetric({ ...metric, group: 'threat' }))

const environmental: readonly CvssMetric[] = [
  requirementMetric('CR', 'Confidentiality'),
  requirementMetric('IR', 'Integrity'),
  requirementMetric('AR', 'Availability'),
  ...base.map((metric) => modifiedMetric(metric)),
]

/** All CVSS 3.1 metrics in the order the specification prefers (section 6); what 4.0 calls threat, 3.1 calls temporal. */
export const cvss31Metrics: readonly CvssMetric[] = [...base, ...threat, ...environmental]
