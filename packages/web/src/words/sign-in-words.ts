export const signInWords = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in …',
  with: (name: string) => `Sign in with ${name}`,
  or: 'or',
  forgotten: 'No password, or forgotten it? An administrator can give you a link that sets a new one.',
  wrong: 'This e-mail and password do not go together. Check both; an administrator can give you a link for a new one.',
  tooOften: 'Too many attempts. Wait a minute, then try again.',
  emailMissing: 'Write the e-mail that you were invited with.',
  passwordMissing: 'Write your password.',
  signedOut: 'You have signed out.',
  notLetIn:
    'Your institution knows you, and this library does not let you in: you have not been invited with that e-mail, or it is not confirmed there. Ask an administrator to invite you.',
  noWay: 'Nobody can sign in: neither passwords nor another way are set up. Tell an administrator.',
  linkTitle: (name: string) => `Welcome, ${name}`,
  linkText: (email: string) => `Choose a password. You sign in with it and with ${email} from now on.`,
  linkFirst: (workspace: string) =>
    `“${workspace}” has no administrator yet: you become it. Say who you are, and choose a password.`,
  linkDemo: (workspace: string) => `This link signs you in to “${workspace}”. It works once.`,
  linkName: 'Your name, as others are to see it',
  linkEmailHint: 'You sign in with it; nothing is sent there.',
  linkPassword: 'New password',
  linkHint: (least: number) => `At least ${least} characters. A sentence is easy to keep in mind.`,
  linkAgain: 'The same password again',
  linkShort: (least: number) => `This has fewer than ${least} characters. Make it longer.`,
  linkUnequal: 'The two are not the same. Write it twice alike.',
  linkSubmit: 'Set the password and sign in',
  linkGone: 'This link cannot be used',
  linkGoneText:
    'It was used already, or its time is over. Ask an administrator for a new one; if you have a password, sign in.',
} as const

/** As the server asks for it; it says so itself where it wants more. */
export const leastPassword = 12
