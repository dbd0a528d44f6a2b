/** The timer of the next attempt. */
export const sendKey = (mailId: string) => `mail.send:${mailId}`

/** The timer that looks after an attempt whose end nobody recorded. */
export const recoverKey = (mailId: string) => `mail.recover:${mailId}`
