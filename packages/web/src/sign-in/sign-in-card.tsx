import { Heading } from '@instructure/ui-heading'
import { type ReactNode, useEffect } from 'react'
import { frameWords } from '../words/frame-words.ts'
import './sign-in-card.css'

/** The one card of a screen that stands outside the frame. */
export function SignInCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = frameWords.title(title)
  }, [title])
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-brand">
          <img src="/icon.svg" alt="" />
          {frameWords.product}
        </div>
        <Heading level="h1" variant="titleSection">
          <span className="name">{title}</span>
        </Heading>
        {children}
      </div>
    </main>
  )
}
