import { englishWords, type UiWords } from '@/lib/ui-words'
import type { Language } from './languages'

/** What a page says that could not be made. By itself, so that the page which stands in for all others carries no catalogue. */
export const failureWords: Readonly<Record<Language, UiWords['failure']>> = {
  en: englishWords.failure,
  de: {
    title: 'Diese Seite konnte nicht angezeigt werden',
    saved: 'Bei uns ist etwas schiefgegangen. Was schon gesendet und gespeichert wurde, ist noch da.',
    tell: 'Wenn es so bleibt, nennen Sie den Betreibern dieser Seite den Fehler {number}.',
    again: 'Noch einmal versuchen',
    start: 'Zur Startseite',
  },
}
