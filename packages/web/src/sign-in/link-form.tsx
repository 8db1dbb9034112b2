import { Alert } from '@instructure/ui-alerts'
import { Button } from '@instructure/ui-buttons'
import { TextInput } from '@instructure/ui-text-input'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../api/api.ts'
import { act } from '../api/read.ts'
import { toSentence } from '../states/problem.tsx'
import { leastPassword, signInWords } from '../words/sign-in-words.ts'
import { signIn } from './auth-door.ts'

/** Sets the password that the link allows, and signs in with it. */
export function LinkForm({ token, email }: { readonly token: string; readonly email: string }) {
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const { setting, refusal } = useSetPassword(token, email)
  const isShort = password.length < leastPassword
  const isUnequal = password !== again
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isShort && !isUnequal && !setting.isPending) setting.mutate(password)
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{signInWords.linkText(email)}</p>
      {refusal && (
        <Alert variant="error" hasShadow={false} margin="0">
          <span role="alert">{refusal}</span>
        </Alert>
      )}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextInput
        type="password"
        renderLabel={signInWords.linkPassword}
        value={password}
        onChange={(_, value) => setPassword(value)}
        autoComplete="new-password"
        messages={
          isTried && isShort
            ? [{ type: 'newError', text: signInWords.linkShort(leastPassword) }]
            : [{ type: 'hint', text: signInWords.linkHint(leastPassword) }]
        }
      />
      <TextInput
        type="password"
        renderLabel={signInWords.linkAgain}
        value={again}
        onChange={(_, value) => setAgain(value)}
        autoComplete="new-password"
        messages={isTried && !isShort && isUnequal ? [{ type: 'newError', text: signInWords.linkUnequal }] : []}
      />
      <Button type="submit" color="primary" display="block">
        {signInWords.linkSubmit}
      </Button>
    </form>
  )
}

function useSetPassword(token: string, email: string) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const setting = useMutation({
    mutationFn: async (password: string) => {
      const outcome = await act(api['sign-in'].links[':token'].$post({ param: { token }, json: { password } }))
      return outcome.ok ? signIn(email, password) : outcome
    },
    onSuccess: async outcome => {
      if (!outcome.ok) return
      queries.clear()
      await navigate({ to: '/courses' })
    },
  })
  const refusal = setting.data?.ok === false ? setting.data.message : setting.error && toSentence(setting.error)
  return { setting, refusal }
}
