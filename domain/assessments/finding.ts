/** Classes of weaknesses an assessment looks for, each with the weakness of the catalogue that stands for it. */
export const weaknessClasses = [
  'misconfiguration',
  'weak_authentication',
  'access_control',
  'input_handling',
  'error_handling',
  'information_leakage',
  'cryptography',
  'dependency',
  'other',
] as const
export type WeaknessClass = (typeof weaknessClasses)[number]

export const weaknessLabel: Readonly<Record<WeaknessClass, string>> = {
  misconfiguration: 'Misconfiguration',
  weak_authentication: 'Weak authentication',
  access_control: 'Missing access control',
  input_handling: 'Handling of input',
  error_handling: 'Handling of errors',
  information_leakage: 'Leakage of sensitive information',
  cryptography: 'Cryptography',
  dependency: 'Vulnerable dependency',
  other: 'Another weakness',
}

/** The weakness of MITRE's catalogue that a class is, when nothing more exact was said; null: it is none. */
export const weaknessCwe: Readonly<Record<WeaknessClass, string | null>> = {
  misconfiguration: 'CWE-1188',
  weak_authentication: 'CWE-1390',
  access_control: 'CWE-284',
  input_handling: 'CWE-20',
  error_handling: 'CWE-755',
  information_leakage: 'CWE-200',
  cryptography: 'CWE-327',
  dependency: 'CWE-1395',
  other: null,
}

/** What became of a finding. `case`: it is worked on as one. `accepted`: it goes out with the release, for a reason. */
export const findingStates = ['open', 'case', 'accepted'] as const
export type FindingState = (typeof findingStates)[number]

export const findingStateLabel: Readonly<Record<FindingState, string>> = {
  open: 'To settle',
  case: 'A case',
  accepted: 'Accepted',
}
