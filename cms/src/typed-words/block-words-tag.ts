/** On an update of a text that writes into it what stands in the form of a block. It is no step of its own to undo. */
export const BLOCK_WORDS_TAG = 'block-words'
