import { z } from 'zod'

/** The shape of an id in MITRE's catalogue of weaknesses: `CWE-79`. */
export const cweIdSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^CWE-[1-9]\d{0,4}$/, 'Write a weakness like CWE-79.')

/** Whether the text is a weakness id exactly as the catalogue writes it. */
export const isCweId = (text: string): boolean => /^CWE-[1-9]\d{0,4}$/.test(text)

/** Where the catalogue describes a weakness. */
export const cweUrl = (cwe: string): string =>
  `https://cwe.mitre.org/data/definitions/${cwe.slice('CWE-'.length)}.html`
