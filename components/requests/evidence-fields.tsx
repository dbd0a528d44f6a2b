import { TextArea } from '@/components/ui/text-area'

type Props = { isOptional?: boolean; breakingChange?: string | null; demonstration?: string | null }

/** What the newer line breaks, and what shows it. */
export function EvidenceFields({ isOptional = false, breakingChange, demonstration }: Props) {
  return (
    <>
      <TextArea
        name="breakingChange"
        label="What the newer line breaks"
        optional={isOptional}
        rows={4}
        hint="The change that keeps you on the older line, and since which version."
        defaultValue={breakingChange ?? undefined}
      />
      <TextArea
        name="demonstration"
        label="What shows it"
        optional={isOptional}
        rows={4}
        hint="A link to a failing build, or steps that anyone can follow. Without both the request waits for you."
        defaultValue={demonstration ?? undefined}
      />
    </>
  )
}
