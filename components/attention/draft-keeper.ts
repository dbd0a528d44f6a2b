import { isWorthKeeping, type MessageDraft } from '@/domain/attention/message-draft'
import type { Writing } from '@/domain/attention/writing'
import { FetchFailed, postJson } from '@/lib/fetch-json'
import type { Instant } from '@/lib/instant'
import type { KeptDraft } from '@/server/attention/draft-rows'
import { caseAddress } from './case-address'

/** How a draft stands. */
export type DraftState =
  | { kind: 'none' }
  | { kind: 'kept'; keptAt: Instant }
  /** The desk cannot be reached; it is tried again. */
  | { kind: 'unreachable' }
  | { kind: 'signed_out' }
  /** It cannot be kept as it is, for this reason. */
  | { kind: 'refused'; reason: string }
  /** It was changed in another window; null: sent or discarded there. */
  | { kind: 'elsewhere'; current: KeptDraft | null }

const restMs = 800
const againMs = 10_000
/** What a browser still sends while a page closes, in characters that take up to four bytes. */
const mostAtClosing = 15_000

/**
 * Keeps one draft on the server while it is being written: when the hand rests, when the page goes out of sight, one request at a
 * time. `read` gives what stands in the form now. Never kept in the browser: what is written here is about vulnerabilities, and a
 * browser's store is neither sealed nor gone when somebody signs out.
 */
export class DraftKeeper {
  private version: number
  private timer: ReturnType<typeof setTimeout> | undefined
  private keeping: Promise<void> | null = null
  private isDirty = false
  /** How often something was typed, to know whether that happened while it was being kept. */
  private changes = 0

  constructor(
    private readonly place: { reference: string; writing: Writing },
    private readonly read: () => MessageDraft | null,
    private readonly told: (state: DraftState) => void,
    initial: KeptDraft | null,
  ) {
    this.version = initial?.version ?? 0
  }

  /** Something was typed: it is kept when the hand rests. */
  changed(): void {
    this.isDirty = true
    this.changes++
    this.keepIn(restMs)
  }

  /** Keeps at once what has changed; `isClosing`: the page may be gone before the answer comes. */
  async now(isClosing = false): Promise<void> {
    clearTimeout(this.timer)
    if (this.keeping) return this.keeping
    if (!this.isDirty) return
    const draft = this.read()
    if (!draft) return
    const { changes } = this
    this.isDirty = false
    this.keeping = this.keep(draft, isClosing).finally(() => (this.keeping = null))
    await this.keeping
    if (this.changes !== changes) this.keepIn(restMs)
  }

  /** It was sent, and went from the server with the sending; what was on its way to be kept meanwhile goes after it. */
  async sent(): Promise<void> {
    clearTimeout(this.timer)
    this.isDirty = false
    const late = this.keeping
    await late
    if (late && this.version > 0) await this.discard().catch(() => undefined)
    this.version = 0
    this.told({ kind: 'none' })
  }

  /** Throws it away. Throws FetchFailed when that did not arrive. */
  async discard(): Promise<void> {
    clearTimeout(this.timer)
    this.isDirty = false
    await this.keeping
    await postJson(this.address('draft/discard'), { writing: this.place.writing })
    this.version = 0
    this.told({ kind: 'none' })
  }

  /** Of two texts this page's stays: the other one is overwritten by the next keeping. */
  async keepOver(version: number): Promise<void> {
    this.version = version
    this.isDirty = true
    await this.now()
  }

  /** What stands in the form is the draft that was kept elsewhere. */
  took({ version, keptAt }: KeptDraft): void {
    clearTimeout(this.timer)
    this.isDirty = false
    this.version = version
    this.told({ kind: 'kept', keptAt })
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private keepIn(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.now(), ms)
  }

  private async keep(draft: MessageDraft, isClosing: boolean): Promise<void> {
    if (this.version === 0 && !isWorthKeeping(draft)) return this.told({ kind: 'none' })
    const body = { writing: this.place.writing, seen: this.version, ...draft }
    const keepalive = isClosing && draft.body.length + (draft.nextStep ?? '').length < mostAtClosing
    try {
      const kept = await postJson<{ version: number; keptAt: Instant | null }>(this.address('draft'), body, {
        keepalive,
      })
      this.version = kept.version
      this.told(kept.keptAt === null ? { kind: 'none' } : { kind: 'kept', keptAt: kept.keptAt })
    } catch (error) {
      this.failed(error)
    }
  }

  private failed(error: unknown): void {
    const { status, message, current } = error instanceof FetchFailed ? error : new FetchFailed(0, '')
    if (status === 409)
      return this.told({ kind: 'elsewhere', current: (current as KeptDraft | null) ?? null })
    this.isDirty = true
    if (status === 401) return this.told({ kind: 'signed_out' })
    if (status >= 400 && status < 500 && status !== 429)
      return this.told({ kind: 'refused', reason: message })
    this.told({ kind: 'unreachable' })
    this.keepIn(againMs)
  }

  private address(part: string): string {
    return caseAddress(this.place.reference, part)
  }
}
