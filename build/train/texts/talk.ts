import type { Grammar } from './grammar.ts';

/** Advertisements. Written for this project. */
export const ADS: Grammar = {
  slots: {
    add: '加|加我|加个|添加|扫|看|搜|滴|戳|私聊|进|来',
    chan: '微信|薇信|威信|v信|V|vx|wx|薇|微|扣扣|QQ|q|企鹅|群|裙|扣群|Q群|电报|tg|飞机|纸飞机|公众号|公号',
    id: '88{d}{d}{d}{d}66|abc{d}{d}{d}{d}{d}|wx{d}{d}{d}{d}{d}{d}|{d}{d}{d}{d}{d}{d}{d}{d}{d}|zq{d}{d}{d}{d}|①{d}③{d}⑤{d}⑦|壹贰叁{d}{d}{d}{d}|vip{d}{d}{d}|yy{d}{d}{d}{d}{d}',
    d: '0|1|2|3|4|5|6|7|8|9',
    deal: '代练|代打|上分|刷粉|涨粉|刷赞|刷人气|低价出号|回收账号|兼职日结|打字兼职|手机赚钱|日赚三百|月入过万|躺赚项目|免费领皮肤|免费领红包|领福利|送礼包|内部优惠券|返利|贷款秒到|无抵押借款|彩票计划|稳赚不赔|带你回血|棋牌送金|高仿包包|莆田鞋|减肥产品|丰胸|外挂辅助|透视自瞄|加速器免费|梯子便宜|招代理|招主播底薪|粉丝低价|点券五折|充值三折|充值优惠|代充',
    sex: '同城约|约炮|裸聊|小姐姐在线|看妹妹|福利视频|成人资源|国产资源|无码资源|私密视频|大尺度写真|激情直播|上门服务|陪聊|看片|各国资源',
    prof: '看我头像|点我头像|头像有|看我主页|主页有|点我主页|看我资料|资料有|资料里有|看我签名|签名有|看我简介|看我昵称|看我动态|点我id|看置顶',
    url: 'www.{w}{d}{d}.{t}|{w}.{t}|http://{w}{d}.{t}/{w}|{w}{d}{d}{d}.{t}',
    w: 'zhuan|fuli|daili|shua|youxi|quan|hao|caipiao|tv|live|shop|money',
    t: 'top|vip|xyz|com|cc|club|net|shop',
    end: '|速来|快来|先到先得|名额有限|懂的来|不骗人|亲测有效|24小时在线|长期有效|诚信|非诚勿扰',
  },
  templates: `{add}{chan}{id}{deal}{end}|{deal}{add}{chan}{id}|{deal}，{chan}：{id}|{chan}{id}{end}|{prof}{sex}|{prof}{deal}|{sex}{prof}|{sex}{add}{chan}{id}|{deal}{url}|{sex}{url}|{url}{end}|百度搜{w}{sex}|{deal}找我{end}|{deal}私聊我|{add}{chan}领{deal}|想{deal}的{add}{chan}|{prof}，{end}|需要{deal}的{prof}|免费{sex}{prof}|{deal}{end}{chan}{id}`,
};

/** Disputes about money. Written for this project. */
export const DISPUTES: Grammar = {
  slots: {
    me: '我|我刚|我昨天|我上个月|本人|我朋友|我老婆',
    kid: '孩子|我儿子|我女儿|我弟|我家小孩|未成年的侄子|家里小孩|我家孩子',
    paid: '充了|刷了|打赏了|送了|花了|转了',
    much: '三千|五百|一千多|648|98|2000|一万|两万多|几百块|八百|1998|六千块|半个月工资|生活费|压岁钱',
    phone: '拿我手机|用我手机|用奶奶的手机|偷偷拿我手机|用妈妈的支付宝|用我的微信',
    back: '能退吗|怎么退|可以退款吗|求退款|请退给我|退钱|要求退款|能不能退|申请退款|全额退款|把钱退回来|还我钱|麻烦退一下',
    slip: '充错了|充错号了|送错人了|送错直播间了|手滑了|误触了|误操作|点错了|不小心点的|刷错礼物了|多充了一笔|重复扣费了',
    miss: '没到账|一直没收到|没发货|没兑现|不给兑现|拖了三个月|还没寄|没显示|扣了钱没给',
    what: '礼物|舰长|提督|火箭|电池|周边|抽奖奖品|会员|钻石|金币|大航海|嘉年华|盲盒',
    law: '12315|黑猫|消协|平台|警察|法院|工商局|律师',
    act: '投诉|举报|起诉|报警|曝光',
    end: '|吧|啊|！|！！|？|在线等|急|谁管管|客服不理人|主播看看我|麻烦了',
  },
  templates: `{me}{paid}{much}{back}{end}|{kid}{phone}{paid}{much}{back}{end}|{kid}{paid}{much}怎么办|{me}{slip}，{back}{end}|{slip}{back}|{what}{slip}{back}|{what}{miss}，{back}|{paid}{much}{what}{miss}|再不退{me}就去{law}{act}|{me}已经{law}{act}了，{back}|{law}见|骗{me}{paid}{what}，{back}|骗子主播{back}|{what}{miss}就是骗钱|承诺的{what}{miss}|说好的{what}{miss}{end}|{me}是家长，{kid}{paid}{much}，{back}|未成年打赏{much}{back}|{me}未成年，{paid}{much}{back}|用爸妈的钱{paid}{much}{back}|诱导未成年{paid}，等着{act}|退{what}{end}|把{me}的{much}还给我|{back}，{much}块|{what}{back}{end}|充值{miss}{end}|自动续费扣了{much}{back}|客服一直不理，{back}|申请退款被拒绝了怎么办`,
};

/** Appeals against mutes and bans. Written for this project. */
export const APPEALS: Grammar = {
  slots: {
    why: '为什么|为啥|凭什么|凭啥|干嘛|怎么|谁',
    do: '禁言|禁|封|踢|拉黑|封号|屏蔽',
    me: '我|我号|我大号|我小号|我朋友|我的号',
    rel: '解封|解禁|解除禁言|放我出来|解一下|取消禁言|恢复发言|移出黑名单',
    clean: '我什么都没说|我没刷屏|我没骂人|我就说了一句话|我没违规|我只是路过|我就问了个问题|没做什么啊',
    mod: '房管|管理|主播|场控|超管|有没有房管',
    sorry: '我知道错了|我错了|下次不敢了|以后不刷屏了|保证不再犯|对不起',
    end: '|啊|吧|呢|？|！|求求了|谢谢|拜托|可以吗|行吗',
  },
  templates: `{why}{do}{me}{end}|{clean}{why}{do}{me}{end}|{mod}{rel}{end}|{mod}帮{me}{rel}{end}|{mod}能不能给{me}{rel}|求{rel}{end}|{me}被误{do}了{end}|误{do}了吧，{clean}|{me}被{do}了{why}{end}|{sorry}，{rel}{end}|{sorry}能{rel}吗|怎么申诉{end}|{do}申诉去哪里|{me}被{do}三天了，{rel}{end}|{mod}乱{do}人|{mod}滥用权限{do}{me}|无缘无故{do}{me}|{why}不让我说话|{why}我发不了言|{me}被{do}多久{end}|{me}{do}理由是什么|请问{me}什么时候{rel}`,
};

/** English money talk, appeals and advertisements, in one grammar each. */
export const ENGLISH = {
  dispute: {
    slots: {
      what: 'sub|gifted sub|bits|donation|tip|gift|merch order|membership',
      how: 'by mistake|by accident|twice|without permission|on the wrong channel',
      kid: 'my kid|my son|my daughter|my little brother|my nephew',
    },
    templates: `i want a refund for my {what}|can i get a refund for the {what}|i bought a {what} {how}, refund please|how do i refund a {what}|{kid} used my card for a {what}, i need a refund|{kid} spent 200 dollars on {what}s|i was charged {how} for my {what}|charged {how} for the same {what}|never got my {what}, give me my money back|you scammed me on the {what}, chargeback incoming|filing a chargeback for the {what}|i sent a {what} {how} how do i get my money back|still waiting for my {what}, refund me|the {what} did not show up but i was charged|cancel my {what} and refund me`,
  },
  appeal: {
    slots: { me: 'i|my main|my account|my friend', do: 'banned|timed out|muted|blocked|kicked' },
    templates: `why was {me} {do}|why did you get {me} {do}|{me} got {do} for nothing|{me} was {do} for no reason|please unban me|unban {me} please|can a mod unmute me|i did nothing why {do}|mods {do} me unfairly|how do i appeal my ban|can i get unbanned|sorry please unban me|what did i say to get {do}|who {do} me|i want to appeal`,
  },
  ad: {
    slots: {
      x: 'followers|viewers|views|subs|primes',
      y: 'cheap|best|real|instant|free',
      z: '{a}views.com|{a}boost.top|{a}follows.net|{a}.store',
      a: 'big|top|my|go|fast|cheap',
    },
    templates: `buy {y} {x} on {z}|{y} {x} at {z}|want to become famous? {z}|{y} {x} and more {z}|get {y} {x} now {z}|check my profile for {y} {x}|dm me for {y} {x}|i can design emotes and overlays dm me on discord|custom logo and banner cheap dm me|free gift cards at {z}|click {z} for free skins|make money online {z}|grow your channel with {z}`,
  },
} as const satisfies Record<string, Grammar>;

/** Words about money, bans and contacts that want nothing: hard negatives. */
export const HARMLESS: Grammar = {
  slots: {
    game: 'steam|这游戏|端游|手游|育碧|任天堂|switch游戏|dlc|这皮肤|电影票|演唱会门票|外卖|淘宝衣服',
    who: '主播|大家|国足|隔壁|他|她|老板|小明|房东|徐坤',
    end: '|哈哈|哈哈哈哈|笑死|hhh|了|吧|啊|（狗头',
    thing: '眼泪|感情|三连|关注|笑点|我的心|点赞',
    joke: '青春|发际线|鸡腿|睡眠|双眼|童年|老婆|头发|周末',
  },
  templates: `{game}能退款吗|{game}玩了一小时就退款了|{game}已退款{end}|给{game}退款去了|国足退钱{end}|{who}又来骗钱了{end}|{who}骗我{thing}{end}|还我{joke}{end}|退退退{end}|退游了{end}|退坑保平安|未成年不要打赏哦|未成年人禁止刷礼物|理性消费量力而行|别送礼物了留着吃饭|谢谢{who}的礼物|感谢{who}的舰长|怎么上舰{end}|电池多少钱一个|充值活动什么时候|首充有什么奖励|充电五分钟|手机没电了|大会员怎么充|建议禁言{end}|再剧透禁言了|房管禁一下刷屏的|把剧透的封了|封号斗罗{end}|禁言套餐{end}|{who}的直播间被封了|他被封了{end}|解封了终于可以出门了|解禁日快乐|误伤友军{end}|主播有微信群吗|粉丝群多少|群号是多少|怎么加粉丝群|头像真好看|新头像好可爱|你的签名好有意思|名字好长|红包在哪抢|抢到红包了{end}|加速加速|加油加油|微信支付可以吗|兼职好累{end}|刚下班|国产动画真不错|这个资源点好肥|这视频我看过|投诉你太可爱了|举报了，太好听|报警了，这里有人太可爱|举报{who}开挂{end}|送错人头了|手滑打错字了|点错技能了{end}|按错键了|买错装备了|扣1{end}|扣分{end}`,
};
