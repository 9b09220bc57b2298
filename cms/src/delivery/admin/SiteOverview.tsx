'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { SiteOverview as Overview } from '../site-overview.ts'
import { RecentDeliveries } from './RecentDeliveries.tsx'
import { Releases } from './Releases.tsx'
import { SiteWarnings } from './SiteWarnings.tsx'
import { useSiteAction } from './use-site-action.ts'
import { ownTimeZone, usePolled } from './use-polled.ts'
import './delivery.css'

const WHILE_QUEUED_MS = 1000
const OTHERWISE_MS = 5000

/** On the dashboard: how the site is, what is on its way to it, and what can be done with it by those who may. */
export function SiteOverview() {
  const { config } = useConfig()
  const [timeZone, setTimeZone] = useState<string>()
  useEffect(() => {
    setTimeZone(ownTimeZone())
  }, [])
  const { answer, problem, refresh } = usePolled<Overview>(
    timeZone && `${config.routes.api}/site-deliveries/recent?${new URLSearchParams({ timeZone }).toString()}`,
    (overview) =>
      overview?.deliveries.some(({ state }) => state === 'queued') ? WHILE_QUEUED_MS : OTHERWISE_MS,
  )
  const { act, isBusy, message } = useSiteAction(refresh)

  return (
    <section
      className={answer ? 'site-overview' : 'site-overview site-overview--waiting'}
      aria-labelledby="site-overview-heading"
    >
      <h2 id="site-overview-heading" className="site-overview__heading">
        The public site
      </h2>
      <div className="site-overview__state" role="status" aria-live="polite">
        {problem !== undefined && <p className="site-overview__trouble">{problem}</p>}
        {!answer && problem === undefined && <p>Looking …</p>}
        {answer?.sentences.map((sentence, place) => (
          <p key={sentence} className={place > 0 ? 'site-overview__trouble' : undefined}>
            {sentence}
          </p>
        ))}
        {message !== undefined && <p className="site-overview__message">{message}</p>}
      </div>
      {answer?.maySteer && (
        <div className="site-overview__buttons">
          {answer.heldAt !== null && (
            <Button
              buttonStyle="primary"
              size="medium"
              margin={false}
              disabled={isBusy}
              onClick={() => void act({ type: 'resume' })}
            >
              Resume
            </Button>
          )}
          <Button
            buttonStyle="secondary"
            size="medium"
            margin={false}
            disabled={isBusy}
            onClick={() => void act({ type: 'rebuild' })}
          >
            Rebuild the site
          </Button>
        </div>
      )}
      {answer && answer.hooks.length > 0 && (
        <ul className="site-overview__hooks" aria-label="Deploy hooks">
          {answer.hooks.map(({ id, isTroubled, name, sentence }) => (
            <li key={id} className={isTroubled ? 'site-overview__trouble' : undefined}>
              <strong>{name}</strong>: {sentence}
            </li>
          ))}
        </ul>
      )}
      {answer && <SiteWarnings warnings={answer.warnings} />}
      {answer && <RecentDeliveries {...answer} />}
      {answer && (
        <Releases
          releases={answer.releases}
          maySteer={answer.maySteer}
          isBusy={isBusy}
          onGoBack={(release) => act({ type: 'rollback', release })}
        />
      )}
    </section>
  )
}
