/** The colors of the starter pictures: those of the site, and softer ones between them. */
export const palette = {
  night: '#083b42',
  teal: '#0b4f57',
  lagoon: '#2d7478',
  mist: '#6fa3a0',
  sage: '#9dbba9',
  dew: '#cfdfd3',
  cream: '#fbf5ec',
  sand: '#f1e2cb',
  dune: '#e3c9a6',
  blush: '#f6cdb8',
  coral: '#e98b6e',
  ember: '#cf6a50',
} as const
