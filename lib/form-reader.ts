import { cleanText } from './text'

type Values = Record<string, string | string[] | undefined>

/** Reads the fields of a sent form one by one and collects what is wrong with them, by field. */
export class FormReader {
  readonly errors: Record<string, string[]> = {}

  constructor(private readonly values: Values) {}

  /** Remembers what is wrong with a field. */
  refuse(name: string, text: string): void {
    ;(this.errors[name] ??= []).push(text)
  }

  /** The field's text, cleaned and trimmed; empty when it was not sent. */
  text(name: string, max = 500): string {
    const value = this.values[name]
    const text = cleanText((Array.isArray(value) ? value[0] : value) ?? '').trim()
    if (text.length > max) this.refuse(name, `Shorten this to ${max} characters. It has ${text.length}.`)
    return text
  }

  /** Every value of a field that may be sent more than once. */
  list(name: string): string[] {
    const value = this.values[name]
    return value === undefined ? [] : Array.isArray(value) ? value : [value]
  }

  ticked(name: string): boolean {
    return this.list(name).length > 0
  }

  /** A whole number within limits; null when the field is empty. */
  wholeNumber(name: string, min: number, max: number): number | null {
    const text = this.text(name)
    if (text === '') return null
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (number >= min && number <= max) return number
    this.refuse(name, `Write a whole number from ${min} to ${max.toLocaleString('en')}.`)
    return null
  }

  /** The same where a number has to be given. */
  neededNumber(name: string, min: number, max: number): number {
    if (this.text(name) === '')
      this.refuse(name, `Write a whole number from ${min} to ${max.toLocaleString('en')}.`)
    return this.wholeNumber(name, min, max) ?? min
  }

  /** One of the choices; the first when the field holds none of them. */
  choice<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const text = this.text(name)
    return choices.find((choice) => choice === text) ?? choices[0]
  }

  /** The filled lines of a text, trimmed. */
  lines(name: string, { max = 50, length = 500 } = {}): string[] {
    const lines = this.text(name, max * length)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length > max) this.refuse(name, `Write at most ${max} lines. There are ${lines.length}.`)
    const long = lines.find((line) => line.length > length)
    if (long) this.refuse(name, `Shorten “${long.slice(0, 40)}…” to ${length} characters.`)
    return lines
  }
}
