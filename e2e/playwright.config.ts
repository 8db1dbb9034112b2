import { defineConfig } from '@playwright/test'
import type { StageOptions } from './stage.ts'

/** What people do, and so on each of Canvas's Modules pages; the other files choose their pages themselves. */
const journeys =
  /(bad-copies|claytons|claytons-trouble|company|hostile|import-dialog|live|live-people|obstacles|situations|together)\.spec\.ts$/

/** Journeys in Debian's Chromium, each with a sandbox of its own; the userscript runs as the institution's theme script. */
export default defineConfig<StageOptions>({
  testDir: '.',
  outputDir: '../node_modules/.cache/journeys',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'legacy' },
    { name: 'lazy', use: { modulesPage: 'lazy' }, testMatch: journeys },
    { name: 'v2', use: { modulesPage: 'v2' }, testMatch: journeys },
  ],
  use: {
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
