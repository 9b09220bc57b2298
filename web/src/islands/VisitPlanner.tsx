import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { flushSync } from 'react-dom'
import { saveText } from './save-text.ts'
import { visitNotes, type ChosenGroup } from './visit-notes.ts'
import { visitQuestions } from './visit-questions.ts'

const OWN = 'My own questions'

/**
 * A checklist for a visit. As it comes from the server it can be ticked and printed; with scripts one can add questions and
 * save the chosen ones as a file. Nothing of it is sent or kept anywhere.
 */
export function VisitPlanner() {
  const [own, setOwn] = useState<readonly string[]>([])
  const [isReady, setReady] = useState(false)
  const [said, setSaid] = useState({ text: '', number: 0 })
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    setReady(true)
  }, [])

  const say = (text: string) => {
    setSaid((before) => ({ text, number: before.number + 1 }))
  }
  const written = () => field.current?.value.trim() ?? ''
  const take = (question: string) => {
    if (field.current) field.current.value = ''
    setOwn([...own, question])
  }
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const question = written()
    if (question === '') say('Write a question first.')
    else if (own.includes(question)) say('This question is on your list already.')
    else {
      take(question)
      say(`Added: ${question}`)
    }
  }
  /** Whoever wrote a question and keeps the list means it to be on it. */
  const takeWritten = () => {
    const question = written()
    if (question === '' || own.includes(question)) return
    flushSync(() => {
      take(question)
    })
  }
  const save = () => {
    takeWritten()
    saveText('my-visit.txt', visitNotes(chosenIn(list.current)))
    say('Saved as my-visit.txt on this device.')
  }

  return (
    <div className="planner" data-ready={isReady ? '' : undefined}>
      <div ref={list}>
        {visitQuestions.map(({ title, questions }) => (
          <Group key={title} title={title} questions={questions} />
        ))}
        {own.length > 0 && (
          <Group
            title={OWN}
            questions={own}
            remove={(question) => {
              setOwn(own.filter((each) => each !== question))
              say(`Removed: ${question}`)
              // The button that has the focus goes away with the question.
              field.current?.focus()
            }}
          />
        )}
      </div>
      <form className="planner-own" onSubmit={add}>
        <label htmlFor="own_question">Add a question of your own</label>
        <input id="own_question" ref={field} name="question" type="text" autoComplete="off" />
        <button className="button" type="submit">
          Add
        </button>
      </form>
      <p className="planner-keep">
        <button
          className="button"
          type="button"
          onClick={() => {
            takeWritten()
            print()
          }}
        >
          Print my list
        </button>
        <button className="button quiet" type="button" onClick={save}>
          Save as text
        </button>
      </p>
      <p className="small planner-said" role="status">
        {/* A sentence that is said twice is heard twice. */}
        <span key={said.number}>{said.text}</span>
      </p>
    </div>
  )
}

type GroupProps = { title: string; questions: readonly string[]; remove?: (question: string) => void }

function Group({ title, questions, remove }: GroupProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {questions.map((question) => (
        <div key={question} className="planner-question">
          <label>
            <input type="checkbox" value={question} defaultChecked={remove !== undefined} />
            <span>{question}</span>
          </label>
          {remove && (
            <button
              type="button"
              aria-label={`Remove: ${question}`}
              onClick={() => {
                remove(question)
              }}
            >
              Remove
            </button>
          )}
        </div>
      ))}
    </fieldset>
  )
}

/** The ticked questions by group; all of them when none is ticked. */
function chosenIn(list: HTMLElement | null): ChosenGroup[] {
  const isAnyTicked = list?.querySelector(':checked') !== null
  return [...(list?.querySelectorAll('fieldset') ?? [])].map((group) => ({
    title: group.querySelector('legend')?.textContent ?? '',
    questions: [...group.querySelectorAll<HTMLInputElement>('input')]
      .filter(({ checked }) => checked || !isAnyTicked)
      .map(({ value }) => value),
  }))
}
