import { headers } from 'next/headers'
import { defaultLanguage, languageHeader, languageNamed, type Language } from '@/domain/languages/languages'
import { saidAgain } from '@/domain/languages/said-again'
import type { FormState } from '@/lib/form-state'

/** The language of the page that a form was sent from. */
export const askedLanguage = async (): Promise<Language> =>
  languageNamed((await headers()).get(languageHeader)) ?? defaultLanguage

/** What a form answers a reporter, in the language they read. Their own words come back as they typed them. */
export async function formInLanguage<Data>(state: FormState<Data>): Promise<FormState<Data>> {
  const language = await askedLanguage()
  if (language === defaultLanguage) return state
  const say = (said: string) => saidAgain(language, said)
  return {
    ...state,
    fieldErrors: Object.fromEntries(
      Object.entries(state.fieldErrors).map(([field, errors]) => [field, errors.map(say)]),
    ),
    ...(state.message !== undefined && { message: say(state.message) }),
  }
}
