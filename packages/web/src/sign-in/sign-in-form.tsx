import { Alert } from '@instructure/ui-alerts'
import { Button } from '@instructure/ui-buttons'
import { TextInput } from '@instructure/ui-text-input'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { toSentence } from '../states/problem.tsx'
import { signInWords } from '../words/sign-in-words.ts'
import { signIn } from './auth-door.ts'

/** E-mail and password. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const asked = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: outcome => outcome.ok && onSignedIn(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (email.trim() !== '' && password !== '' && !asked.isPending) asked.mutate()
  }
  const refusal = asked.data?.ok === false ? asked.data.message : asked.error && toSentence(asked.error)
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {refusal && (
        <Alert variant="error" hasShadow={false} margin="0">
          <span role="alert">{refusal}</span>
        </Alert>
      )}
      <TextInput
        type="email"
        renderLabel={signInWords.email}
        value={email}
        onChange={(_, value) => setEmail(value)}
        autoComplete="username"
        messages={isTried && email.trim() === '' ? [{ type: 'newError', text: signInWords.emailMissing }] : []}
      />
      <TextInput
        type="password"
        renderLabel={signInWords.password}
        value={password}
        onChange={(_, value) => setPassword(value)}
        autoComplete="current-password"
        messages={isTried && password === '' ? [{ type: 'newError', text: signInWords.passwordMissing }] : []}
      />
      <Button type="submit" color="primary" display="block">
        {asked.isPending ? signInWords.submitting : signInWords.submit}
      </Button>
    </form>
  )
}
