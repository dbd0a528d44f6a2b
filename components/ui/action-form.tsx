'use client'

import { unstable_rethrow } from 'next/navigation'
import {
  Fragment,
  useActionState,
  useId,
  useMemo,
  useState,
  useTransition,
  type ComponentProps,
  type FormEvent,
  type ReactNode,
} from 'react'
import { formValues, idleForm, type FormAction, type FormState } from '@/lib/form-state'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'
import { useUiWords } from './ui-language'

type Props<Data> = Omit<
  ComponentProps<'form'>,
  'action' | 'children' | 'hidden' | 'onSubmit' | 'method' | 'encType'
> & {
  action: FormAction<Data>
  /** What the fields hold before anything was typed. */
  initialValues?: FormState['values']
  /** Fields sent with the form that nobody sees. */
  hidden?: Record<string, string>
  /** Empty the form after it was accepted, for composers that stay on the page. */
  resetOnDone?: boolean
  /** Sends the form in the browser in the action's place: to change it before it leaves, or to tell how far it is (0 to 1). */
  send?: (form: FormData, told: { progress: (share: number) => void }) => Promise<FormState<Data>>
  /** Called in the browser when the form was accepted: to tell, to close, to refresh. */
  onDone?: (state: FormState<Data>) => void
  children: ReactNode | ((state: FormState<Data>, pending: boolean) => ReactNode)
}

/**
 * A form over a server action. Without scripts the browser posts it and the page comes back with what was typed; with scripts
 * the page stays as it is, files included, also when the network or the server fails. A second press while sending does nothing.
 */
export function ActionForm<Data = unknown>({
  action,
  initialValues,
  hidden = {},
  resetOnDone = false,
  send: sendBy,
  onDone,
  id: givenId,
  children,
  ...rest
}: Props<Data>) {
  const madeId = useId()
  const id = givenId ?? madeId
  const { notSent, ownError } = useUiWords()
  const [posted, post] = useActionState<FormState<Data>, FormData>(action, idleForm(initialValues))
  const [answered, setAnswered] = useState<FormState<Data> | null>(null)
  const [round, setRound] = useState(0)
  const [pending, startSending] = useTransition()
  const [progress, setProgress] = useState<number | null>(null)
  const state = answered ?? posted

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const form = new FormData(event.currentTarget, submitter)
    startSending(async () => {
      try {
        const next = sendBy
          ? withTyped(await sendBy(form, { progress: setProgress }), form)
          : await action(state, form)
        // What the answer shows may have to be fetched: until it is there the form stays.
        startSending(() => setAnswered(next))
        if (next.status !== 'done') return
        if (resetOnDone) setRound((rounds) => rounds + 1)
        onDone?.(next)
      } catch (error) {
        unstable_rethrow(error)
        const said = error instanceof Error && error.message.startsWith(ownError) ? error.message : notSent
        setAnswered({ status: 'failed', values: formValues(form), fieldErrors: {}, message: said })
      } finally {
        setProgress(null)
      }
    })
  }

  const context = useMemo(() => ({ id, state, pending, progress }), [id, state, pending, progress])
  return (
    <FormContext value={context}>
      <form id={id} action={post} onSubmit={send} noValidate {...rest}>
        <ErrorSummary />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Fragment key={round}>
          {typeof children === 'function' ? children(state, pending) : children}
        </Fragment>
      </form>
    </FormContext>
  )
}

/** What came back of a form that was changed before it left: what was typed, not what was sent. */
const withTyped = <Data,>(state: FormState<Data>, form: FormData): FormState<Data> =>
  state.status === 'done' ? state : { ...state, values: formValues(form) }
