import { defineConfig } from '@playwright/test'

/** Journeys in Debian's Chromium, each with a sandbox of its own; the userscript runs as the institution's theme script. */
export default defineConfig({
  testDir: '.',
  outputDir: '../node_modules/.cache/journeys',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
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
