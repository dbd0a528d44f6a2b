import { Disclosure } from '@/components/ui/disclosure'

const downloadOf = (armored: string) =>
  `data:application/pgp-encrypted;charset=utf-8,${encodeURIComponent(`${armored}\n`)}`

const english = { download: 'Download the message', asArrived: 'The message as it arrived' }

type Props = { armored: string; name: string; words?: Readonly<typeof english> }

/** An OpenPGP message as it was sent, folded, and to be saved. */
export function ArmoredText({ armored, name, words = english }: Props) {
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
