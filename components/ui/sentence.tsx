'use client'

import { createContext, useContext, type ReactNode } from 'react'

type Write = (text: string) => ReactNode

const WriteContext = createContext<Write>((text) => text)

/** A sentence of a rule, written as everything around it says: as it stands, unless there is another way here. */
export const Sentence = ({ text }: { text: string }) => useContext(WriteContext)(text)

/** Has every sentence inside written its own way; what that needs is fetched by these pages alone. */
export const SentencesWritten = ({ by, children }: { by: Write; children: ReactNode }) => (
  <WriteContext value={by}>{children}</WriteContext>
)
