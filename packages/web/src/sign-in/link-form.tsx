import { Button } from '@instructure/ui-buttons'
import { TextInput } from '@instructure/ui-text-input'
import { type FormEvent, useState } from 'react'
import { Refused } from '../states/refused.tsx'
import { leastPassword, signInWords } from '../words/sign-in-words.ts'
import { findLinkFault, type LinkEntry } from './find-link-fault.ts'
import { type Link, useTakeLink } from './use-take-link.ts'

/** Asks for what the link asks for, and signs in. */
export function LinkForm({ token, link }: { readonly token: string; readonly link: Link }) {
  const [entry, setEntry] = useState<LinkEntry>({ name: link.name, email: link.email, password: '', again: '' })
  const [isTried, setTried] = useState(false)
  const taking = useTakeLink(token)
  const fault = findLinkFault(entry, link.asksFor)
  const set = (fields: Partial<LinkEntry>) => setEntry({ ...entry, ...fields })
  const say = (field: keyof LinkEntry, hint?: string) => {
    if (isTried && fault?.field === field) return [{ type: 'newError' as const, text: fault.text }]
    return hint === undefined ? [] : [{ type: 'hint' as const, text: hint }]
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fault || taking.isPending) return
    taking.mutate(Object.fromEntries(link.asksFor.map(field => [field, entry[field]])))
  }
  const asks = (field: (typeof link.asksFor)[number]) => link.asksFor.includes(field)
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="name">{toLead(link)}</p>
      <Refused outcome={taking.data} error={taking.error} />
      {asks('name') && (
        <TextInput
          renderLabel={signInWords.linkName}
          value={entry.name}
          onChange={(_, name) => set({ name })}
          autoComplete="name"
          messages={say('name')}
        />
      )}
      {asks('email') ? (
        <TextInput
          type="email"
          renderLabel={signInWords.email}
          value={entry.email}
          onChange={(_, email) => set({ email })}
          autoComplete="username"
          messages={say('email', signInWords.linkEmailHint)}
        />
      ) : (
        <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
      )}
      {asks('password') && (
        <>
          <TextInput
            type="password"
            renderLabel={signInWords.linkPassword}
            value={entry.password}
            onChange={(_, password) => set({ password })}
            autoComplete="new-password"
            messages={say('password', signInWords.linkHint(leastPassword))}
          />
          <TextInput
            type="password"
            renderLabel={signInWords.linkAgain}
            value={entry.again}
            onChange={(_, again) => set({ again })}
            autoComplete="new-password"
            messages={say('again')}
          />
        </>
      )}
      <Button type="submit" color="primary" display="block">
        {asks('password') ? signInWords.linkSubmit : signInWords.submit}
      </Button>
    </form>
  )
}

function toLead({ asksFor, email, workspace, purpose }: Link): string {
  if (purpose === 'first') return signInWords.linkFirst(workspace)
  return asksFor.includes('password') ? signInWords.linkText(email) : signInWords.linkDemo(workspace)
}
