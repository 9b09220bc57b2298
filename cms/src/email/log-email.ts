import type { EmailAdapter } from 'payload'

/**
 * What happens to e-mail as long as no mail server is set up: it is written to the log, with its text, so that whoever
 * runs the CMS can pass on the link by which a password is reset.
 */
export const logEmail: EmailAdapter = ({ payload }) => ({
  name: 'log',
  defaultFromName: 'Careword',
  defaultFromAddress: 'careword@localhost',
  sendEmail: (message) => {
    const { to, subject, text, html } = message as Record<string, unknown>
    payload.logger.info(
      { to, subject, content: text ?? html },
      'E-mail is not set up, so this message was not sent.',
    )
    return Promise.resolve()
  },
})
