import { arr, epochMs, idOf, int, type Json, natural, obj, str } from './bilibili.external.ts';
import { type Item, inSeconds, system, unknownItem } from './bilibili-item.ts';
import { bilibiliUser } from './bilibili-user.ts';

/** Packets about the room and its moderation; anything else becomes `unknown`. */
export function roomPacket(cmd: string, packet: Json): Item {
  const data = obj(packet.data);
  switch (cmd) {
    case 'LIVE': {
      const at = epochMs(packet.live_time);
      const key = `live.${str(packet.live_key)}.${str(packet.live_time)}`;
      return inSeconds({ kind: 'stream_state', body: { live: true } }, key, at);
    }
    case 'PREPARING':
      return inSeconds({ kind: 'stream_state', body: { live: false } }, '', epochMs(packet.send_time));
    case 'ROOM_CHANGE':
      return system('room_change', str(data.title));
    case 'ROOM_SILENT_ON':
      return inSeconds({ kind: 'room_state', body: { roomMute: true } }, '', epochMs(packet.send_time));
    case 'ROOM_SILENT_OFF':
      return inSeconds({ kind: 'room_state', body: { roomMute: false } }, '', epochMs(packet.send_time));
    case 'WATCHED_CHANGE':
      return inSeconds({ kind: 'room_state', body: { popularity: natural(data.num) } }, '', null);
    case 'ONLINE_RANK_COUNT': {
      const viewers = natural(data.online_count) || natural(data.count);
      return inSeconds({ kind: 'room_state', body: { viewers } }, '', null);
    }
    case 'ROOM_BLOCK_MSG':
      return blocked(packet, data);
    case 'RECALL_DANMU_MSG':
      return recalled(data);
    case 'WARNING':
      return platformAct('warn', str(packet.msg));
    case 'CUT_OFF':
    case 'CUT_OFF_V2':
      return platformAct('other', str(packet.msg) || str(data.cut_off_msg));
    default:
      return notice(cmd, packet, data);
  }
}

function notice(cmd: string, packet: Json, data: Json): Item {
  switch (cmd) {
    case 'NOTICE_MSG': {
      const text = (str(packet.msg_self) || str(packet.msg_common)).replace(/<%(.*?)%>/g, '$1');
      return system(int(packet.msg_type) === 3 ? 'guard_notice' : 'notice', text);
    }
    case 'COMBO_SEND': {
      const id = str(data.batch_combo_id) || str(data.combo_id);
      const count = natural(data.total_num) || natural(data.batch_combo_num) || natural(data.combo_num);
      return system('combo_summary', `${str(data.gift_name)}×${count}`, `combo.${id}.${count}`, id);
    }
    case 'ROOM_ADMINS':
      return system('room_admins', arr(packet.uids).slice(0, 200).map(str).join(' '));
    case 'room_admin_entrance':
    case 'ROOM_ADMIN_REVOKE':
      return system(cmd.toLowerCase(), str(packet.msg), '', str(packet.uid));
    case 'ONLINE_RANK_V2':
    case 'ONLINE_RANK_V3':
    case 'ONLINE_RANK_TOP3':
      return system('online_rank');
    case 'LIKE_INFO_V3_UPDATE':
      return system('like_total', str(data.click_count));
    case 'ROOM_REAL_TIME_MESSAGE_UPDATE':
      return system('fans', str(data.fans));
    default:
      return unknownItem(cmd);
  }
}

/** `operator` 1 is a moderator, 2 the streamer. Who exactly and for how long is not told. */
function blocked(packet: Json, data: Json): Item {
  const target = bilibiliUser({ uid: data.uid ?? packet.uid, name: str(data.uname) || packet.uname });
  const byStreamer = int(data.operator) === 2;
  const body = {
    action: 'mute',
    origin: 'other_mod',
    moderator: {
      ...bilibiliUser({ uid: null, name: byStreamer ? '主播' : '房管' }),
      roles: [byStreamer ? 'broadcaster' : 'mod'] as ['broadcaster' | 'mod'],
    },
  } as const;
  return inSeconds({ kind: 'mod_action', body, target }, '', epochMs(packet.send_time));
}

/** `recall_type` 2 takes back all of a person's messages, 1 a single one. */
function recalled(data: Json): Item {
  const id = idOf(data.target_id) ?? '';
  if (int(data.recall_type) === 2) {
    const target = bilibiliUser({ uid: id, name: '' });
    return inSeconds({ kind: 'mod_action', body: { action: 'delete', origin: 'unknown' }, target }, '', null);
  }
  const body = { action: 'delete', origin: 'unknown', messageId: id } as const;
  return inSeconds({ kind: 'mod_action', body }, '', null);
}

function platformAct(action: 'warn' | 'other', reason: string): Item {
  const body = { action, origin: 'platform', reason: reason.slice(0, 10_000) } as const;
  return inSeconds({ kind: 'mod_action', body }, '', null);
}
