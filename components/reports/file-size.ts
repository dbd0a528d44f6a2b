/** A file's size in words: `12 kB`, `1.4 MB`. */
export const fileSize = (bytes: number, locale = 'en'): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`
