import fs from 'node:fs'
import { epochMs, plusMs, toInstant, type Instant } from '@/lib/instant'

/** The clock of a desk, which stands still until a test moves it. */
export class Clock {
  constructor(private readonly file: string) {}

  now(): Instant {
    return toInstant(fs.readFileSync(this.file, 'utf8'))
  }

  /** It is now this instant; any ISO 8601 text with an offset. */
  set(moment: string): void {
    // Renamed, so that nobody reads half of it.
    fs.writeFileSync(`${this.file}.next`, toInstant(moment))
    fs.renameSync(`${this.file}.next`, this.file)
  }

  /** Lets time pass, in milliseconds. */
  advance(ms: number): void {
    this.set(plusMs(this.now(), ms))
  }

  /** The instant so many milliseconds from now as a form's local time in UTC, such as 2026-11-23T09:00. */
  formTime(inMs = 0): string {
    return new Date(epochMs(this.now()) + inMs).toISOString().slice(0, 16)
  }
}
