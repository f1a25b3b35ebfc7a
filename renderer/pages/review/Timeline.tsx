import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { Chips } from '../parts/Chips.tsx';
import { Loading } from '../parts/Loading.tsx';
import { useLoad } from '../parts/use-load.ts';
import { Chart, PLOT_LEFT, PLOT_RIGHT } from './Chart.tsx';
import { Lanes } from './Lanes.tsx';
import classes from './review.module.css';
import { viewAround } from './streams.ts';
import { bucketFor, pointsOf, timeAt } from './timeline.ts';
import type { Story } from './use-story.ts';

const ZOOMS = ['whole', '30', '10', '2'] as const;
type Zoom = (typeof ZOOMS)[number];

/** The sitting drawn over time; press anywhere and drag to go to that moment. */
export function Timeline(props: {
  readonly range: { readonly roomId: string; readonly from: number; readonly to: number };
  readonly story: Story;
  readonly at: number;
  readonly seek: (at: number) => void;
}) {
  const { t } = useTranslation('review');
  const client = useClient();
  const { range, story, at, seek } = props;
  const [zoom, setZoom] = useState<{ readonly zoom: Zoom; readonly around: number }>({
    zoom: 'whole',
    around: at,
  });
  const span = zoom.zoom === 'whole' ? null : Number(zoom.zoom) * 60_000;
  const inView = viewAround(zoom.around, span, range.from, range.to);
  const view = at < inView.from || at > inView.to ? viewAround(at, span, range.from, range.to) : inView;
  const near = useLoad(span === null ? null : `near ${range.roomId} ${view.from} ${view.to}`, (signal) =>
    client.review.timeline(
      { roomId: range.roomId, ...view, bucketMs: bucketFor(view.to - view.from) },
      { signal },
    ),
  );
  const drawn = span === null ? story.whole : (near.value ?? story.whole);
  const points = useMemo(() => (drawn === undefined ? [] : pointsOf(drawn)), [drawn]);
  const scrub = useScrub(view, seek);
  return (
    <section className={classes.timeline} aria-label={t('chart.label')}>
      <div className={classes.legend}>
        <span data-key="rate">{t('chart.rate')}</span>
        <span data-key="gifts">{t('chart.gifts')}</span>
        {story.gaps.length > 0 ? <span data-key="gap">{t('chart.gap')}</span> : null}
        <span className={classes.dim}>{t('chart.scrub')}</span>
        <Chips
          label={t('chart.whole')}
          value={zoom.zoom}
          change={(next) => setZoom({ zoom: next, around: at })}
          choices={ZOOMS.map((value) => ({
            value,
            name: value === 'whole' ? t('chart.whole') : t('chart.zoom', { n: value }),
          }))}
        />
      </div>
      <div ref={scrub.area} className={classes.plot} {...scrub.handlers} data-testid="review-timeline">
        {story.whole === undefined && story.loading ? <Loading /> : null}
        {drawn !== undefined && points.every((point) => point.chat === 0 && point.gifts === 0) ? (
          <p className={classes.plotEmpty}>{t('chart.empty')}</p>
        ) : null}
        <Chart points={points} gaps={story.gaps} from={view.from} to={view.to} />
        <Lanes
          flags={story.whole?.flags ?? []}
          actions={story.whole?.actions ?? []}
          from={view.from}
          to={view.to}
          seek={seek}
        />
        <div className={classes.inset} style={{ left: PLOT_LEFT, right: PLOT_RIGHT }}>
          {at >= view.from && at <= view.to ? (
            <div
              className={classes.cursor}
              style={{ left: `${((at - view.from) / (view.to - view.from)) * 100}%` }}
            >
              <span>{clockText(at)}</span>
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
}

function useScrub(view: { readonly from: number; readonly to: number }, seek: (at: number) => void) {
  const area = useRef<HTMLDivElement>(null);
  const moment = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect();
    if (box === undefined) return view.from;
    return timeAt(
      event.clientX - box.left - PLOT_LEFT,
      box.width - PLOT_LEFT - PLOT_RIGHT,
      view.from,
      view.to,
    );
  };
  return {
    area,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (
          event.button !== 0 ||
          (event.target instanceof Element && event.target.closest('button') !== null)
        )
          return;
        area.current?.setPointerCapture(event.pointerId);
        seek(moment(event));
      },
      onPointerMove: (event: PointerEvent) => {
        if (area.current?.hasPointerCapture(event.pointerId)) seek(moment(event));
      },
    },
  };
}
