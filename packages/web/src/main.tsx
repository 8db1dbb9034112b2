import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './theme/base.css'

const place = document.querySelector('#app')
if (place) createRoot(place).render(<App />)
