/** What the script's troublemakers say. Mild beside the real thing, but of every shape. */

/** Insults in plain words, by initials, by emoji and by sound. */
export const INSULTS = {
  plain: ['唱得跟杀猪一样，废物主播滚回家吧', '你这种垃圾也配开直播，脑子有病', '小满你就是个傻逼，别唱了'],
  initials: ['主播nmsl', '唱成这样 nmsl 真的', 'cnm别唱了，sb主播'],
  emoji: ['你🐎没了吧', '主播🐶叫什么', '全家🐎都飞了'],
  homophone: ['沙壁主播滚粗直播间', '伞兵主播，泥马炸了', '尼玛的唱的什么玩意'],
} as const;

/** One person's flood: nearly the same line again and again. */
export const FLOODS = [
  '回关回关回关回关回关',
  '小满看我小满看我小满看我',
  '抽我抽我抽我抽我抽我！！',
  '进我主页进我主页进我主页',
] as const;

/** Contacts, hidden the usual ways. */
export const ADS = [
  ['加V看福利：x1ao_m4n_88，前三十名免费', '＋薇 ⓧ①ao_m④n_⑧⑧ 懂的来'],
  ['兼职刷单日结300，扣扣 七⑧九零壹②三四', '居家副业日入三百 Q：789 零一 234'],
  ['同款耳机半价，薇❤ mai-er-ji-66', '全网最低价 +v：mai er ji 66 手慢无'],
  ['代练代充六折 点我头像 群 8-8-6-6-2-0-1', '充值六折不封号 裙号 捌捌陆陆贰零壹'],
] as const;

/** The raid's sentence; each account bends it its own way. */
export const RAIDS = ['小满假唱滚出直播间', '取关小满去隔壁听真唱', '主播塌房了大家快跑'] as const;

/** What regulars say about the raid, quoting it: bystanders, not raiders. */
export const RAID_QUOTES = [
  '“{}”？又来带节奏的，别理',
  '谁在刷“{}”啊，房管管一下',
  '笑死，复制粘贴“{}”不累吗',
] as const;

/** A refund dispute, by somebody who gave a great gift minutes ago. */
export const DISPUTES = [
  [
    '骗我送嘉年华说加微信，人呢？退钱！',
    '说好送嘉年华就加微信的，现在不理我，我要投诉',
    '钱都送了微信不给，骗子，不退钱就去12315',
  ],
  [
    '说送礼物就给唱的歌一首没唱，退款',
    '刚刚送的嘉年华退给我，答应的事不算数',
    '再不退款我就找平台客服投诉了',
  ],
] as const;

/** A child spent the parents' money. */
export const MINORS = [
  [
    '孩子用我手机充的钱，他才十一岁，怎么退？',
    '未成年人充值可以退款吗，联系谁',
    '我儿子偷偷给你刷了礼物，麻烦处理一下',
  ],
  ['我家孩子拿我手机刷的礼物，小学生不懂事，求退款', '家长在这里，未成年充值怎么申请退'],
] as const;

/** Appeals against a mute, by the one who was muted. */
export const APPEALS = [
  ['为什么禁我言？我就说了一句好听', '房管凭什么禁言我，什么都没说啊', '刚才禁我的能解释一下吗'],
  ['我被误禁了，能解释一下吗', '为啥把我禁言了，我只是点歌'],
] as const;

/** Sounds like trouble and is none. */
export const HARD_NEGATIVES = [
  '国足退钱哈哈哈',
  '国足：退钱！',
  '这歌太好听了，退我眼泪',
  '小满你杀了我的心，太会唱了',
  '唱得我头皮发麻要死了',
  '微信铃声吓我一跳，还以为是直播里的',
  '我妈问我为什么跪着看直播',
  '被老板骗来加班，退我青春',
  '这礼物特效炸了，眼睛都要瞎了',
  '骗我眼泪，差评（五星）',
  '明天充值信仰',
  '禁止不好听！',
] as const;
