import type { SplitSign } from '@/domain/reports/several-vulnerabilities'

const signs: Readonly<Record<SplitSign['sign'], string>> = {
  several_weaknesses: 'Several weaknesses',
  several_identifiers: 'Several CVE ids',
  numbered_findings: 'Numbered findings',
  says_so: 'It says so',
}

/** A sign that a report holds several vulnerabilities, with the words it was seen in. */
export const splitSignWords = ({ sign, found }: SplitSign): string =>
  `${signs[sign]}: ${found.slice(0, 5).join(', ')}`
