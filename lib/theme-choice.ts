/** Name of the cookie that remembers a chosen theme. Absent means: follow the system. */
export const themeCookie = 'theme'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

/** The choice a cookie or a form holds; anything unknown follows the system. */
export const themeChoice = (value: unknown): ThemeChoice =>
  themeChoices.find((choice) => choice === value) ?? 'system'
