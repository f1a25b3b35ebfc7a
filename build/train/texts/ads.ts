import type { Grammar } from './grammar.ts';

const COMMON = {
  d: '0|1|2|3|4|5|6|7|8|9',
  n: '{d}{d}{d}{d}{d}{d}{d}{d}{d}|{d}{d}{d} {d}{d}{d} {d}{d}{d}|{d}{d}{d}-{d}{d}{d}-{d}{d}{d}|{d}{d}{d}{d}{d}{d}|1{d}{d}{d}{d}{d}{d}{d}{d}{d}{d}|{h}{h}{h}{h}{h}{h}{h}|{d}.{d}.{d}.{d}.{d}.{d}.{d}|{d} {d} {d} {d} {d} {d} {d} {d}',
  h: '一|二|三|四|五|六|七|八|九|零|壹|贰|叁|肆|伍|陆|柒|捌|玖|①|②|③|④|⑤|⑥|⑦|⑧|⑨',
  l: 'a|b|c|d|e|g|h|k|l|m|q|s|t|w|x|y|z',
  id: '{n}|{n}|{l}{l}{d}{d}{d}{d}|{l}{l}{l}{d}{d}{d}|{l}{l}{l}_{d}{d}{d}|{l}{d}{d}{d}{d}{d}|{l}{l}{l}{l}{d}{d}|wx{d}{d}{d}{d}{d}|vip{d}{d}{d}|{l}{l}{d}{d}{l}{l}{d}',
  add: '加|加我|➕|+|加个|添加|扫|搜|滴|戳|嘉|架|佳|十|家|茄|速加|可加|请加|联系|找',
  wx: '微信|薇信|威信|v信|V|vx|wx|薇|微|溦|徽信|维信|嶶信|卫星|胃心|威❤|v❤|V:|Ⅴ信|微❤|V芯|薇芯|微星|w信|weixin|唯心|微亻言|威芯|绿泡泡|绿色软件|VX号|wei信|徽|薇:|葳',
  qq: '扣扣|QQ|q|扣|企鹅|秋秋|球球|抠抠|叩叩|企鵝|Q号|扣号|蔻蔻|口口|Q',
  qun: '群|裙|Q群|扣群|扣裙|君羊|峮|交流群|福利群|企鹅群|资源群|q裙|羣|宭|微信群|电报群|飞机群|粉丝福利群',
  tg: '电报|tg|飞机|纸飞机|telegram|TG号|✈|土豆|蝙蝠|tele|小飞机|whatsapp|line|skype|discord|snapchat|ins|推特|youtube|抖音|快手|小红书|陌陌|探探|soul',
  chan: '{wx}|{wx}|{qq}|{qun}|{tg}',
  deal: '代练|代打|上分|刷粉|涨粉|刷赞|刷人气|低价出号|回收账号|兼职日结|打字兼职|手机赚钱|日赚三百|月入过万|躺赚项目|免费领皮肤|免费领红包|领福利|送礼包|内部优惠券|返利|贷款秒到|无抵押借款|彩票计划|稳赚不赔|带你回血|棋牌送金|高仿包包|莆田鞋|减肥产品|丰胸|外挂辅助|透视自瞄|加速器免费|梯子便宜|招代理|招主播底薪|粉丝低价|点券五折|充值三折|充值优惠|代充|刷播放量|买热度|买关注|上热门|出租账号|卖号|收号|租号玩|皮肤低价|CDK低价|会员低价|视频会员五折|爱奇艺一月三块|话费八折|加油卡七折|网课代刷|作业代写|论文代发|毕业证办理|考证包过|驾照消分|发票代开|手机卡|注册卡|实名号|信用卡提额|黑户贷款|网贷强开|花呗提现|分期手机|区块链项目|虚拟币跟单|外汇带单|炒股老师|股票内参|牛股推荐|理财高收益|一单一结|手工活|抄写员|刷单返佣|点赞兼职|试玩赚钱|打码|跟投|美甲学徒|微商代理|一件代发|厂家直供|保健品|祛斑|增高|脱发治疗|壮阳|减肥茶|算命|看手相|姻缘占卜|佛牌|玉石原料|古董收购|茶叶|白酒|香烟批发|电子烟|二手手机|组装机低价|陪玩一小时十块|接单陪聊|声优接单|写真出售|接画稿|接剪辑|修图接单|建站|小程序开发|私服|变态服|传奇私服|辅助脚本|挂机脚本|透视挂|物资挂|解封账号代办|刷礼物平台|代刷榜|涨人气|机器人观众|直播间人气|互粉互赞|粉丝库|拉新佣金',
  sex: '同城约|约炮|裸聊|小姐姐在线|看妹妹|福利视频|成人资源|国产资源|无码资源|私密视频|大尺度写真|激情直播|上门服务|陪聊|看片|各国资源|附近妹子|学生妹|少妇|空姐|原味|视频裸聊|一对一聊天|深夜福利|老司机上车|开车|小电影|动作片|里番|无修正|资源合集|云盘资源|网红泄密|主播福利|私房照|外围|包夜|大保健|品茶|喝茶|楼凤|丝袜|制服|一夜情|寂寞|单身少妇|富婆求子|重金求子|按摩上门|spa会所',
  prof: '看我头像|点我头像|头像有|看我主页|主页有|点我主页|看我资料|资料有|资料里有|看我签名|签名有|看我简介|看我昵称|看我动态|点我id|看置顶|主页置顶|进我主页|点进来看|看ID|名字里有|点我进群|看个人介绍|主页自取|头像扫码|点头像加|私信我|私我|私聊|滴滴我|私戳|dd我|戳我|私信领取|评论区置顶|点开我的主页|看我空间|关注我领|关注后私信|找我领|我主页直播',
  url: 'www.{w}{d}{d}.{t}|{w}.{t}|http://{w}{d}.{t}/{w}|{w}{d}{d}{d}.{t}|{w}点{t}|{w}{d}{d}點{t}|{w} . {t}|{w}。{t}|{w}dot{t}|w w w.{w}.{t}|{d}{d}{d}{d}.{t}|{w}·{t}|网址{w}{d}.{t}',
  w: 'zhuan|fuli|daili|shua|youxi|quan|hao|caipiao|tv|live|shop|money|lulu|mimi|seseav|bet|kaiyuan|win|vip|xiaoshuo|faka|kami|zhubo',
  t: 'top|vip|xyz|com|cc|club|net|shop|cn|me|icu|fun|site|tv|one',
  end: '|||速来|快来|先到先得|名额有限|懂的来|不骗人|亲测有效|24小时在线|长期有效|诚信|非诚勿扰|秒回|量大从优|有意私|手慢无|免费|真实可靠|先货后款|不成不收费|老板来|欢迎咨询|在线秒回|全网最低|仅限今天|前十名|❤|🔥🔥|！！！|限时|进来看看',
  who: '宝妈|学生|上班族|想赚钱的|要的|需要的|有意的|缺钱的|单身的|想变强的|懂的|男生|女生|新手|老板|主播|兄弟们|家人们|姐妹们|喜欢的',
} as const;

/** Families of advertisements in Chinese. Written for this project. */
export const AD_FAMILIES: Readonly<Record<string, Grammar>> = {
  contacts: {
    slots: COMMON,
    templates: `{add}{chan}{id}{end}|{add}{chan}{id}{deal}{end}|{deal}{add}{chan}{id}|{deal}，{chan}：{id}|{chan}{id}{end}|{chan}:{id} {deal}|{chan} {id} {sex}|{sex}{add}{chan}{id}|{deal}{end}{chan}{id}|{who}{add}{chan}{id}|{who}{deal}{add}{chan}{id}|{deal}的{add}我{wx} {id}|{id}{add}{wx}{end}|{id} {deal}{end}|{sex}{id}|{add}{qun}{id}{deal}|{qun}号{id}{end}|进{qun}领{deal}{end}|{deal}进{qun}{id}|{wx}同号{id}|手机{wx}同号 {n}|电话{n}{deal}|{deal}热线{n}|微博搜{id}|{tg}搜{id}{sex}|{tg}@{l}{l}{l}{l}{d}{d} {deal}|{tg} {id}|抖音搜{id}看直播|公众号搜{id}领{deal}|公众号{id}{end}|小程序搜{id}{deal}|{add}{chan}备注{deal}|{add}{chan}领{deal}|想{deal}的{add}{chan}|有要{deal}的吗{add}{chan}|收{deal}{add}{chan}{id}|出{deal}{chan}{id}|{wx}里聊{id}|{wx}上说 {id}|{chan}见 {id}`,
  },
  profiles: {
    slots: COMMON,
    templates: `{prof}{sex}{end}|{prof}{deal}{end}|{sex}{prof}|{deal}{prof}|{prof}，{end}|{who}{prof}{end}|需要{deal}的{prof}|想{sex}{prof}|免费{sex}{prof}|{deal}，{who}{prof}|{deal}找我{end}|{deal}私聊我|{deal}的私|{who}来{deal}，{prof}|{prof}有惊喜{end}|{prof}你懂的|懂的{prof}|{prof}看更多{sex}|{sex}在我主页|{sex}想看的{prof}|我在主页等你{end}|来我主页看{sex}|来我直播间{end}，{deal}|来我直播间送{deal}|我直播间抽{deal}|隔壁{id}房间送{deal}|去{id}房间看{sex}|房间号{id}正在{sex}|{id}直播间有{sex}|我开播了快来看{sex}|关注我送{deal}|关注我抽{deal}|互关{end}|互关互赞{end}|互粉秒回{end}|回关，有关必回|{deal}{end}滴滴|{deal}包售后{end}|专业{deal}{end}|承接{deal}{end}|长期{deal}{end}|低价{deal}{end}|招{deal}，{prof}|诚招{deal}代理{end}|在家就能做，{deal}|{who}在家{deal}一天{d}00|每天{d}00块{deal}，{prof}|一小时{d}0块{deal}|{deal}一天{d}{d}0元日结|{deal}不收押金{end}|出{deal}，{end}|收{deal}，{end}|有没有要{deal}的{end}|{deal}要的滴{end}`,
  },
  links: {
    slots: COMMON,
    templates: `{deal}{url}|{sex}{url}|{url}{end}|{url} {deal}|看{sex}上{url}|浏览器打开{url}|复制{url}到浏览器|打开{url}看{sex}|注册{url}送{deal}|点{url}领{deal}|{url}首充送百分百|{url}注册就送{d}8|免费看{sex} {url}|全网最全{sex}{url}|新网址{url}{end}|备用网址{url}|发布页{url}|百度搜{w}{sex}|百度搜{w}{deal}|百度一下{w}{d}{d}|搜{w}{d}{d}{deal}|谷歌搜{w}{sex}|浏览器搜{w}{d}{d}|搜索{id}{sex}|应用商店搜{w}{end}|下载{w}app{deal}|下载app领{deal}|网盘自取{url}|资源链接{url}|同款链接{url}|领券地址{url}|官网{url}{deal}|开服表{url}|开户送{d}8{url}|真人荷官{url}|AG视讯{url}|体育投注{url}|{d}{d}{d}开奖计划{url}|澳门{d}{d}{d}{url}|六合计划{chan}{id}|北京赛车计划{chan}{id}|时时彩导师{chan}{id}|幸运飞艇{chan}{id}|pc蛋蛋群{id}`,
  },
};

/** Advertisements in English. Written for this project. */
export const AD_FAMILY_ENGLISH: Grammar = {
  slots: {
    x: 'followers|viewers|views|subs|primes|chatters|likes|live viewers|chat bots',
    y: 'cheap|best|real|instant|free|cheapest|high quality|legit|top',
    z: '{a}{b}.{t}|www.{a}{b}.{t}|{a}{b} dot {t}|{a}{b} .{t}|{a}-{b}.{t}|https://{a}{b}.{t}/{a}',
    a: 'big|top|my|go|fast|cheap|stream|rise|twitch|viral|mega|pro|lucky|free',
    b: 'views|boost|follows|grow|skins|bucks|promo|bet|shop|drops|fame|coins',
    t: 'com|ru|net|top|store|xyz|gg|shop|io|me|live|site',
    h: '@{a}{b}|{a}_{b}|{a}{b}99|{a}{b}#1234|{a}.{b}',
    c: 'discord|telegram|whatsapp|instagram|insta|snap|snapchat|kik|skype|dm|dms|twitter|email',
    w: 'emotes|overlays|panels|banners|logos|a vtuber model|animated alerts|stream graphics|a rig|fan art|an intro',
    g: 'robux|vbucks|skins|nitro|gift cards|steam keys|bits|crypto|bitcoin|ethereum|coins|an iphone|subs',
    end: '|!||!!| now| today| fast| 24/7| trusted| best prices| hurry| limited',
  },
  templates: `buy {y} {x} on {z}|{y} {x} at {z}|{y} {x} on {z}{end}|want to become famous? {z}|wanna become famous? buy {x}|{y} {x} and more {z}|get {y} {x} now {z}|check my profile for {y} {x}|dm me for {y} {x}{end}|need {x}? {z}|{x} for sale {z}|boost your stream with {z}|{y} promotion for streamers {z}|i can promote your channel, {c} me {h}|i can help you grow, add me on {c} {h}|hey streamer, need {w}? add me on {c} {h}|i make {w}, {c} me{end}|i design {w} for streamers, my {c} is {h}|commission open for {w}, {c} {h}|custom {w} cheap {c} me|hit me up on {c} for {w}|love your stream, do you need {w}? {c} {h}|free {g} at {z}|claim free {g} {z}|get free {g} {z}{end}|click {z} for free {g}|use code {a}{b} for free {g}|double your {g}, {c} {h}|invest in {g} with me {c} {h}|earn $500 a day from home {c} {h}|make money online {z}|work from home, {c} {h}|passive income with {g}, {c} me|{c} {h} for {g} signals|sell {g} cheap {c} {h}|selling accounts cheap {c} {h}|boosting service {c} {h}|cheap boosting {z}{end}|elo boost {z}|cheap gold {z}|hot girls near you {z}|my nudes on {z}|check my onlyfans {h}|onlyfans link in bio|link in bio{end}|link in my bio for {g}|join my {c} for {g}|join my {c} server {h}|follow me and i follow back|follow for follow{end}|f4f anyone{end}|sub 4 sub{end}|check out my channel{end}|come watch my stream instead|im live now come watch|visit {z}{end}|go to {z} for {g}|new casino {z} 100% bonus|bet on {z} and win|sign up bonus at {z}|cheap {g} on {z}{end}|giving away {g} on my channel|vpn 90% off {z}`,
};

/** Talk with the words of advertisements in it that sells nothing. Written for this project. */
export const NOT_ADS: Grammar = {
  slots: {
    end: '|||哈哈|啊|吧|呢|？|！|了|嘛|草|2333|hhh|诶',
    d: '0|1|2|3|4|5|6|7|8|9',
    who: '主播|你|他|她|老板|我朋友|大佬|up|房管',
  },
  templates: `有粉丝群吗{end}|{who}有微信吗{end}|{who}微信多少{end}|群号多少{end}|怎么进群{end}|求群号{end}|粉丝群满了吗|群里见{end}|群里说了今天不播|群公告看了吗|加个好友{end}|加我好友一起玩{end}|{who}加我好友{end}|游戏id多少{end}|我id{d}{d}{d}{d}{d}加我打游戏|uid{d}{d}{d}{d}{d}{d}{d}{d}{d}来拉我|我的uid是{d}{d}{d}{d}{d}{d}{d}{d}{d}|房间号{d}{d}{d}{d}密码{d}{d}{d}来|服务器ip多少{end}|好友码{d}{d}{d}{d}{d}{d}{d}{d}|邀请码多少{end}|BV1{d}x{d}1c{d}m{d}|av{d}{d}{d}{d}{d}{d}{d}|{d}{d}{d}{d}{d}{d}{d}{d}|88888888{end}|66666666666{end}|23333333{end}|1111111|{d}.{d}{d}{d}{d}{d}{d}{d}|现在{d}点{d}{d}了{end}|20{d}{d}年{d}月{d}日|第{d}{d}{d}{d}天打卡|打卡第{d}{d}天|血量{d}{d}{d}{d}{d}{d}|伤害{d}{d}{d}{d}{d}{d}{d}|分数{d}{d}{d}{d}{d}{d}{end}|观众{d}{d}{d}{d}{d}了|粉丝{d}{d}{d}{d}{d}{d}恭喜|{who}头像好看{end}|换头像了{end}|新头像可爱{end}|{who}的签名好有意思|名字好长{end}|主页视频看过了|看了{who}的主页{end}|{who}主页那个视频绝了|简介写得好{end}|置顶动态看了吗|动态说今天八点播|{who}私信回一下{end}|私信你了{end}|私信发你图了|投稿私信发{who}了|点点关注{end}|关注了{end}|已关注{end}|求关注{who}|新粉报到{end}|互动一下{end}|红包在哪抢{end}|抢到红包了{end}|红包{d}毛{end}|扣1{end}|扣个1{end}|想看的扣{d}|扣分{end}|企鹅好可爱{end}|飞机来了{end}|坐飞机{end}|纸飞机好好看|薇娅{end}|微博说了{end}|微信步数{d}{d}{d}{d}{d}|加油{end}|加速{end}|加班{end}|卫星云图{end}|代练打的吧{end}|是不是代练{end}|找代练了{end}|{who}代打了{end}|外挂吧{end}|开挂了{end}|贷款买的{end}|兼职好累{end}|上班摸鱼{end}|彩票没中{end}|股票跌了{end}|减肥失败{end}|算命的说我{end}|喝茶{end}|品茶{end}|小姐姐好看{end}|妹妹可爱{end}|深夜福利{end}|福利呢{end}|资源点{end}|国产动画不错{end}|这个游戏多少钱{end}|皮肤多少钱{end}|哪里买的{end}|求链接{end}|链接发一下{end}|衣服链接{end}|bgm求名字{end}|歌名{end}|百度一下{end}|我百度了{end}|搜了一下{end}|b站搜得到吗|这个app叫什么{end}|什么软件{end}|下载了{end}|steam搜得到{end}|隔壁在播什么{end}|去隔壁看看{end}|刚从隔壁来{end}|来直播间了{end}|进直播间就笑|nice|gg|discord link?|whats the discord|is there a discord|followed!|just subbed|link to the song?|what site is that|my insta is dead lol|check the pinned message|free win|cheap shot|that boosted player|lol.com|node.js|follow the leader|use code in game|he has {d}{d}k viewers|viewers are up|famous last words|vip|top|top1|stop|stop it|no stop|hop|tv|ktv|live|shop|bet|win|you win|club|cool|store|网络卡|私|私の|看看我|看手相|看看|📱|❤|🔥|💰|看过来|{d}{d}|{d}{d}{d}|{d}{d}{d}{d}|{d}{d}{d}00|{d}点|q|Q|QAQ|qwq|QQ弹弹|空Q|v|V|加|十|家|飞|微笑|电报|土豆|蝙蝠|口口口|球球你了|秋秋|企鹅|裙子|裙子好看|白裙子|胃疼|唯一|卫星|line|ins|soul|tele|discord`,
};
