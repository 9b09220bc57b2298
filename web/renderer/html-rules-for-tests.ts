import type { ConfigData } from 'html-validate'

/** What the pages of the site are checked against. */
export const htmlRules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // React closes void elements with a slash, Astro without; browsers read both alike.
    'void-style': 'off',
    // React writes `selected=""` and `autoComplete`, Astro `selected` and `autocomplete`; browsers read both alike.
    'attribute-boolean-style': 'off',
    'attr-case': 'off',
    // The search answers while one types; its form has nothing to submit.
    'wcag/h32': 'off',
    // Numbers are kept on one line by the stylesheet, so that the text stays what a person would copy.
    'tel-non-breaking': 'off',
  },
}
