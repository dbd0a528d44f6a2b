import { NothingHere, nothingHereMetadata } from '@/components/shell/nothing-here'

export { nothingHereMetadata as generateMetadata }

/** What a page of this part refuses. */
export default function NotFound() {
  return <NothingHere isFramed />
}
