import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { InstUISettingsProvider } from '@instructure/emotion'
import { canvas } from '@instructure/ui-themes'
import type { ReactNode } from 'react'
import { readNonce } from './nonce.ts'

const cache = createCache({ key: 'recourse', nonce: readNonce() })

/** Canvas's look, with styles that the content security policy lets through. */
export function Theme({ children }: { readonly children: ReactNode }) {
  return (
    <CacheProvider value={cache}>
      <InstUISettingsProvider theme={canvas}>{children}</InstUISettingsProvider>
    </CacheProvider>
  )
}
