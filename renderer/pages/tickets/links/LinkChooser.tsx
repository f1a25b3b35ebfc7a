import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINKABLE_KINDS } from '../../../../shared/api/tickets-inputs.ts';
import { LINK_KINDS, type Ticket, type TicketLink } from '../../../../shared/domain/ticket.ts';
import { useClient, useNow } from '../../../app/services.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Chips } from '../../parts/Chips.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useAct } from '../../parts/use-act.ts';
import tickets from '../tickets.module.css';
import { LinkableList } from './LinkableList.tsx';
import classes from './links.module.css';
import { type Pick, placeAfter, toggled } from './picks.ts';
import { SPANS, type Span, useLinkable } from './use-linkable.ts';

const isListed = (kind: TicketLink['kind']): boolean => LINKABLE_KINDS.some((one) => one === kind);
const WHOSE = ['viewer', 'room'] as const;

/** Finds what belongs to a ticket among the viewer's or the room's, and links what is chosen. */
export function LinkChooser(props: {
  readonly ticket: Ticket;
  readonly learn: (ticket: Ticket) => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const { ticket } = props;
  const hasViewer = ticket.person !== undefined;
  const [kind, setKind] = useState<TicketLink['kind']>('conversation');
  const [whose, setWhose] = useState<(typeof WHOSE)[number]>(hasViewer ? 'viewer' : 'room');
  const [span, setSpan] = useState<Span>('all');
  const [text, setText] = useState('');
  const [picks, setPicks] = useState<readonly Pick[]>([]);
  const body = useRef<HTMLFormElement>(null);
  const act = useAct();
  const now = useNow(60_000);
  const listed = LINKABLE_KINDS.find((one) => one === kind) ?? null;
  const found = useLinkable({ ticketId: ticket.id, kind: listed, whose, span, text }, now);
  const rows = found.value?.rows ?? [];
  const typed = listed === null && text.trim() !== '' ? [{ kind, id: text.trim() }] : [];
  const chosen = [...picks, ...typed];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    for (const { kind: each, id } of chosen) {
      const answer = await act.run(() => client.tickets.link({ ticketId: ticket.id, kind: each, id }));
      if (!answer.ok) return;
      props.learn(answer.value);
      setPicks((before) => before.filter((one) => one.kind !== each || one.id !== id));
    }
    if (chosen.length > 0) props.close();
  };
  /** Up and down lead from the search through the rows and back. */
  const step = (event: KeyboardEvent<HTMLFormElement>) => {
    const boxes = [...(body.current?.querySelectorAll<HTMLInputElement>('li input:enabled') ?? [])];
    const search = body.current?.querySelector<HTMLInputElement>('input[type=search]');
    const focused = document.activeElement;
    const place = focused instanceof HTMLInputElement ? boxes.indexOf(focused) : -1;
    if (place < 0 && focused !== search) return;
    const next = placeAfter(event.key, place, boxes.length);
    if (next === undefined) return;
    event.preventDefault();
    (next < 0 ? search : boxes[next])?.focus();
  };
  return (
    <Modal opened onClose={props.close} title={t('links.choose', { n: ticket.number })} size={760}>
      <form
        ref={body}
        className={classes.chooser}
        onSubmit={(event) => void submit(event)}
        onKeyDown={step}
        data-testid="link-chooser"
      >
        <Chips
          label={t('links.kind')}
          value={kind}
          choices={LINK_KINDS.map((value) => ({ value, name: t(`links.kinds.${value}`) }))}
          change={(next) => {
            // A search is no order number, nor the other way round.
            if (isListed(next) !== isListed(kind)) setText('');
            setKind(next);
          }}
          testId="linkable-kind"
        />
        <TextInput
          type="search"
          size="xs"
          aria-label={t(listed === null ? `links.numberOf.${kind}` : 'links.search')}
          placeholder={t(listed === null ? `links.numberOf.${kind}` : 'links.search')}
          value={text}
          maxLength={listed === null ? 400 : 100}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
          data-testid="linkable-text"
        />
        {listed === null ? (
          <p className={tickets.meta}>{t('links.shopHint')}</p>
        ) : (
          <>
            <div className={classes.filters}>
              <Chips
                label={t('links.whose')}
                value={whose}
                choices={WHOSE.filter((value) => hasViewer || value === 'room').map((value) => ({
                  value,
                  name: value === 'viewer' ? (ticket.person?.name ?? '') : t('links.room'),
                }))}
                change={setWhose}
                testId="linkable-whose"
              />
              <Chips
                label={t('links.since')}
                value={span}
                choices={(Object.keys(SPANS) as Span[]).map((value) => ({
                  value,
                  name: t(`links.spans.${value}`),
                }))}
                change={setSpan}
              />
            </div>
            {found.fault === undefined ? null : <FaultNotice fault={found.fault} retry={found.reload} />}
            <div className={classes.list} aria-busy={found.loading}>
              {found.loading ? <Loading /> : null}
              {!found.loading && found.fault === undefined && rows.length === 0 ? (
                <EmptyState
                  title={t('links.nothing')}
                  hint={t(whose === 'viewer' ? 'links.nothingViewer' : 'links.nothingRoom')}
                />
              ) : null}
              <LinkableList
                rows={rows}
                picks={picks}
                toggle={(row) => setPicks((before) => toggled(before, row))}
              />
            </div>
          </>
        )}
        {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
        <div className={tickets.modalEnd}>
          <span className={classes.hint}>{listed === null ? '' : t('links.keys')}</span>
          <Button variant="default" onClick={props.close}>
            {t('common:do.cancel')}
          </Button>
          <Button type="submit" disabled={chosen.length === 0} loading={act.busy} data-testid="link-yes">
            {chosen.length === 0 ? t('links.add') : t('links.yes', { n: chosen.length })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
