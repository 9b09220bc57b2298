/** What a link in a text can lead to. */
export const linkableCollections = ['conditions', 'articles', 'faqs', 'pages', 'people'] as const
