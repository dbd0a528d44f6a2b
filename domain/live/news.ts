/** What a browser is told: where to look again. Cases by reference, and only those that are there for this person. */
export interface News {
  /** Everything: there was too much, something may have been missed, or what they may see has changed. */
  all: boolean
  cases: string[]
  /** Cases at which others came, went, or began to write. */
  lookers: string[]
  requests: boolean
  alerts: boolean
  /** One's own notifications. */
  notifications: boolean
}

export const noNews: News = {
  all: false,
  cases: [],
  lookers: [],
  requests: false,
  alerts: false,
  notifications: false,
}
export const allNews: News = { ...noNews, all: true }

/** More cases than this at once are told as “everything”. */
export const mostNamed = 50

/** Whether anything is told at all. */
export const isNews = (news: News): boolean =>
  news.all ||
  news.requests ||
  news.alerts ||
  news.notifications ||
  news.cases.length > 0 ||
  news.lookers.length > 0

/** Two pieces of news as one. However much is put together, it stays small. */
export function joinNews(one: News, other: News): News {
  const cases = [...new Set([...one.cases, ...other.cases])]
  const lookers = [...new Set([...one.lookers, ...other.lookers])]
  if (one.all || other.all || cases.length > mostNamed || lookers.length > mostNamed) return allNews
  return {
    all: false,
    cases,
    lookers,
    requests: one.requests || other.requests,
    alerts: one.alerts || other.alerts,
    notifications: one.notifications || other.notifications,
  }
}
