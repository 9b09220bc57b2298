'use client'
import { Button, ConfirmationModal, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import type { SiteOverview } from '../site-overview.ts'

const MODAL = 'go-back-to-release'

type Props = Pick<SiteOverview, 'releases' | 'maySteer'> & {
  isBusy: boolean
  onGoBack: (release: number) => Promise<void>
}

/** The releases that can be brought back. */
export function Releases({ isBusy, maySteer, onGoBack, releases }: Props) {
  const { openModal } = useModal()
  const [chosen, setChosen] = useState<number>()
  if (releases.length === 0) return null
  return (
    <details className="site-overview__releases">
      <summary>Earlier releases</summary>
      <ul className="delivery-list">
        {releases.map(({ isShown, number, sentence }) => (
          <li key={number} className="delivery-list__row">
            <span className="delivery-list__what">
              <strong>Release {number}</strong>
              {isShown && <span className="delivery-list__kind"> on the site now</span>}
            </span>
            <span className="delivery-list__where">{sentence}</span>
            {maySteer && !isShown && (
              <Button
                buttonStyle="secondary"
                size="small"
                margin={false}
                disabled={isBusy}
                aria-label={`Go back to release ${number}`}
                onClick={() => {
                  setChosen(number)
                  openModal(MODAL)
                }}
              >
                Go back to this one
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmationModal
        modalSlug={MODAL}
        heading={`Go back to release ${chosen ?? ''}?`}
        body="The public site shows this earlier release, and stays there until somebody resumes it. What is published meanwhile waits. What was withdrawn since then stays off the site."
        confirmLabel="Go back"
        onConfirm={async () => {
          if (chosen !== undefined) await onGoBack(chosen)
        }}
      />
    </details>
  )
}
