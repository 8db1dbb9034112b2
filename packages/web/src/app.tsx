import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createQueryClient } from './api/query-client.ts'
import { createAppRouter } from './router.tsx'
import { Theme } from './theme/theme.tsx'
import { Toaster } from './toasts/toaster.tsx'

const queries = createQueryClient()
const router = createAppRouter(queries)

export function App() {
  return (
    <Theme>
      <QueryClientProvider client={queries}>
        <Toaster>
          <RouterProvider router={router} />
        </Toaster>
      </QueryClientProvider>
    </Theme>
  )
}
