/** So many changes can be taken back, the latest first. */
const mostKept = 20

/** What can still be taken back, each once: by its own message, or as the latest of all. */
export class UndoStack<Undo extends object> {
  private kept: Undo[] = []

  add(undo: Undo): void {
    this.kept = [...this.kept, undo].slice(-mostKept)
  }

  /** Takes this one, or the latest; null: it is taken back already, or there is none. */
  take(undo: Undo | undefined = this.kept.at(-1)): Undo | null {
    if (undo === undefined || !this.kept.includes(undo)) return null
    this.kept = this.kept.filter((one) => one !== undo)
    return undo
  }
}
