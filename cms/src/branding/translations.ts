/** What Payload and its plugins say by default, in words that editors know from the other forms. */
export const translations = {
  en: {
    // What the database finds when two saves ask for the same at once.
    error: { valueMustBeUnique: 'Another document has this already. Choose another one.' },
    validation: {
      greaterThanMax: 'Write a number of at most {{max}}.',
      lessThanMin: 'Write a number of at least {{min}}.',
    },
    'plugin-redirects': {
      fromUrl: 'Old address',
      toUrlType: 'Leads to',
      internalLink: 'A document',
      documentToRedirect: 'Document',
      customUrl: 'Another address',
    },
  },
}
