import { Disclosure } from '@/components/ui/disclosure'

const downloadOf = (armored: string) =>
  `data:application/pgp-encrypted;charset=utf-8,${encodeURIComponent(`${armored}\n`)}`

type Props = { armored: string; name: string; words: Readonly<{ download: string; asArrived: string }> }

/** An OpenPGP message as it was sent, folded, and to be saved. */
export function ArmoredText({ armored, name, words }: Props) {
  return (
    <div className="grid gap-1">
      <p>
        <a href={downloadOf(armored)} download={`${name}.asc`} className="text-accent underline">
          {words.download}
        </a>
      </p>
      <Disclosure summary={words.asArrived} className="border-b-0">
        <pre className="max-h-64 overflow-auto font-mono text-[0.8125rem]/5" tabIndex={0}>
          {armored}
        </pre>
      </Disclosure>
    </div>
  )
}
