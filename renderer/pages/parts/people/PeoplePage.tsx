import { useTranslation } from 'react-i18next';
import { useClient, useMember } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Loading } from '../Loading.tsx';
import { Panel } from '../Panel.tsx';
import { useLoad } from '../use-load.ts';
import { Invite } from './Invite.tsx';
import { MembersTable } from './MembersTable.tsx';
import classes from './people.module.css';

/** Who has access, and inviting more. */
export function PeoplePage() {
  const { t } = useTranslation('supervisor');
  const client = useClient();
  const boss = useMember()?.roles.includes('supervisor') ?? false;
  const members = useLoad('members', (signal) => client.session.members(undefined, { signal }));
  return (
    <div className={classes.page}>
      <Panel title={t('people.title')} side={members.value?.length}>
        {members.loading ? <Loading /> : null}
        {members.fault === undefined ? null : <FaultNotice fault={members.fault} retry={members.reload} />}
        {members.value === undefined ? null : (
          <MembersTable members={members.value} canRevoke={boss} changed={members.reload} />
        )}
      </Panel>
      {boss ? <Invite invited={members.reload} /> : null}
    </div>
  );
}
