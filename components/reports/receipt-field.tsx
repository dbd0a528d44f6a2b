import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'

type Props = { words: Pick<Catalogue['findReportForm'], 'receipt' | 'hint'> }

/** Where a receipt is typed or pasted: never kept by the browser, never corrected. */
export const ReceiptField = ({ words }: Props) => (
  <TextInput
    name="receipt"
    label={words.receipt}
    hint={words.hint}
    mono
    autoComplete="off"
    autoCapitalize="characters"
    spellCheck={false}
    required
  />
)
