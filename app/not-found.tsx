import { NothingHere, nothingHereMetadata } from '@/components/shell/nothing-here'

export { nothingHereMetadata as generateMetadata }

/** An address that no page has. */
export default function NotFound() {
  return <NothingHere />
}
