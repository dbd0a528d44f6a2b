import { cookies } from 'next/headers'
import { themeChoice, themeCookie, type ThemeChoice } from '@/lib/theme-choice'

/** The theme this person chose. */
export const chosenTheme = async (): Promise<ThemeChoice> =>
  themeChoice((await cookies()).get(themeCookie)?.value)
