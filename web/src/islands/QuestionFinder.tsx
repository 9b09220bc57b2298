import { useCallback, useEffect, useRef, useState } from 'react'
import { isCrisisQuery } from '../search/crisis-query.ts'
import { filterQuestions } from './filter-questions.ts'
import {
  addressOfWish,
  noWish,
  possibleWish,
  wishIn,
  WORDS,
  type Choice,
  type Wish,
} from './question-wish.ts'
import { CrisisFirst } from './search/CrisisFirst.tsx'
import { HELP_FIRST } from './search/describe-outcome.ts'
import { addressFor } from './search/query-in-address.ts'
import { useAddress } from './use-address.ts'
import { useAfterPause } from './use-after-pause.ts'

type Props = {
  conditions: Choice[]
  topics: Choice[]
  /** How many questions the page shows before anything is wanted. */
  count: number
}

/** Filters the questions on the page. What is wanted is in the address, so that it can be kept and shared. */
export function QuestionFinder({ conditions, topics, count }: Props) {
  const [wish, setWish] = useState(noWish)
  const [found, setFound] = useState(count)
  const [isReady, setReady] = useState(false)
  const told = useAfterPause(found)
  const isUrgent = isCrisisQuery(wish.words)
  const isHelpTold = useAfterPause(isUrgent)
  const finder = useRef<HTMLElement>(null)

  useEffect(() => {
    // What was typed or chosen while the script was loading is kept.
    const wanted = { ...wishIn(location), ...filledIn(finder.current) }
    setWish(possibleWish(wanted, conditions, topics))
    setReady(true)
  }, [conditions, topics])

  const take = useCallback(() => {
    setWish(possibleWish(wishIn(location), conditions, topics))
  }, [conditions, topics])
  const addressNow = useCallback(() => addressOfWish(location, wish), [wish])
  useAddress(WORDS, take, isReady ? addressNow : undefined)

  useEffect(() => {
    if (isReady) setFound(filterQuestions(document, wish))
  }, [wish, isReady])

  const change = (part: Partial<Wish>) => {
    setWish((before) => ({ ...before, ...part }))
  }
  return (
    <search ref={finder} className="finder" data-ready={isReady ? '' : undefined}>
      <label>
        Find a question
        <input
          name="words"
          type="search"
          value={wish.words}
          onChange={(event) => {
            change({ words: event.target.value })
          }}
        />
      </label>
      {isUrgent && <CrisisFirst crisis={undefined} level={2} />}
      <Select
        name="condition"
        label="Condition"
        all="All conditions"
        choices={conditions}
        value={wish.condition}
        onChange={(condition) => {
          change({ condition })
        }}
      />
      <Select
        name="topic"
        label="Topic"
        all="All topics"
        choices={topics}
        value={wish.topic}
        onChange={(topic) => {
          change({ topic })
        }}
      />
      <p className="small" role="status">
        {isHelpTold ? helpText(told) : resultText(told)}{' '}
        {told === 0 && isReady && <a href={addressFor(wish.words)}>Search the whole site</a>}
      </p>
    </search>
  )
}

type SelectProps = {
  name: keyof Wish
  label: string
  all: string
  choices: Choice[]
  value: string
  onChange: (value: string) => void
}

function Select({ name, label, all, choices, value, onChange }: SelectProps) {
  return (
    <label>
      {label}
      <select
        name={name}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The parts of a wish whose fields are not empty. */
function filledIn(finder: HTMLElement | null): Partial<Wish> {
  const fields = [...(finder?.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select') ?? [])]
  return Object.fromEntries(
    fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
  )
}

function helpText(found: number): string {
  return found === 0 ? HELP_FIRST : `${HELP_FIRST} ${resultText(found)}`
}

function resultText(found: number): string {
  if (found === 0) return 'No question fits. Try fewer or other words.'
  return found === 1 ? '1 question' : `${found} questions`
}
