import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { SignedOutDialog } from '../sign-in/signed-out-dialog.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { frameWords } from '../words/frame-words.ts'
import { AccountMenu } from './account-menu.tsx'
import './app-frame.css'
import { Drawer } from './drawer.tsx'
import { Navigation } from './navigation.tsx'

/** What stands around every screen of somebody who is signed in. */
export function AppFrame() {
  return (
    <>
      <a className="frame-skip" href="#content">
        {frameWords.skip}
      </a>
      <header className="frame-bar">
        <Drawer />
        <Link to="/courses" className="frame-name">
          <img src="/icon.svg" alt="" />
          {frameWords.product}
        </Link>
        <nav aria-label={frameWords.navigation} className="frame-links">
          <Navigation className="frame-links" />
        </nav>
        <div className="frame-end">
          <AccountMenu />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <SignedOutDialog />
    </>
  )
}

export function Waiting() {
  return (
    <div className="screen">
      <Skeleton />
    </div>
  )
}
