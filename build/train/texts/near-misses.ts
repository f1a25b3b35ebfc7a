import type { Grammar } from './grammar.ts';

const COMMON = {
  d: '1|2|3|4|5|6|7|8|9',
  n: '2|3|4|5|两|三|四|五|六|十|十几|几|好几|半',
  m: '{d}千|{d}万|{d}百|{d}00|{d}000多|三四千|两三万|小一万|648|328|6480|30块|几块钱|{d}{d}块|{d}w|{d}k|一分钱|半个月工资',
  end: '||||哈哈|哈哈哈|笑死|233|hhh|了|吧|啊|呢|！|？|~|绝了|唉|捏|hh|草|doge|~~',
  who: `他|她|我同学|我室友|我同事|我表哥|我妈|我爸|我舅|邻居|隔壁主播|那个主播|某主播|对面|对面主播|老板|房东|辅助|打野|策划|官方|反派|男主|女主|npc|裁判|教练|那个网红|某顶流|我前任|我对象|小区物业|我弟|我表妹`,
  shop: `淘宝|京东|拼多多|闲鱼|得物|美团|盒马|携程|12306|航空公司|酒店|健身房|理发店|驾校|培训班|移动|联通|宽带|滴滴|山姆|迪卡侬|盒区房中介|装修公司|房东|物业|医院|牙科|电影院|大麦|麦当劳|瑞幸|蜜雪|超市|菜鸟|顺丰|快递站|二手车行|4S店|搬家公司|婚介|留学中介|考研机构|外卖小哥|小卖部|油站|ETC|充电桩|共享电车|自动售货机|爱奇艺|网易云|百度网盘|苹果商店`,
  game: `原神|星铁|鸣潮|王者|吃鸡|三角洲|永劫|LOL|DOTA|CS|瓦罗兰特|炉石|云顶|DNF|梦幻西游|逆水寒|蛋仔|光遇|我的世界|宝可梦|怪猎|黑神话|老头环|双人成行|育碧那个|steam上那个|手游|页游|这卡池|这个boss|这个商城|新皮肤|通行证`,
  g: '舰长|提督|火箭|嘉年华|飞机|灯牌|小心心|荧光棒|月卡|守护|电池|盲盒|SC|大航海|玫瑰|墨镜|热气球',
  o: '鞋|外套|耳机|键盘|手办|立牌|面膜|茶叶|水果|奶茶|手机壳|显卡|椅子|专辑|螃蟹|口红|书|猫粮',
} as const;

/** What sounds like a quarrel over money, a mute or a plea and is none: talk of others, games, shops, news, thanks and jokes. Written for this project. */
export const NEAR_MISSES: Readonly<Record<string, Grammar>> = {
  elsewhere: {
    slots: {
      ...COMMON,
      bad: `扣了我两次钱|多收我{m}|乱扣费|自动续费扣了{m}|退款退了{n}天|不给退|退得挺快|仅退款秒到|押金不退|定金没要回来|跑路了|关门了卡里还有{m}|坑了我{m}|发错货|发了个空盒|一直不发货|东西是假的|假一赔三给赔了|客服绝了|售后拉胯|赔了我{m}|补了我一张券|改签费{m}|退票手续费真高|运费险真香|把我拉黑了|客服把我气笑|办卡容易退卡难|中奖了没给|红包没到|充值卡用不了|话费莫名少了|差价不补|投诉后马上解决|投诉了没用|打12315就解决了|找消协调解的|仲裁赢了`,
    },
    templates: `{shop}{bad}{end}|上次{shop}{bad}{end}|我{shop}那个{bad}{end}|在{shop}买的{o}{bad}{end}|跟{shop}吵了一架，{bad}|给{shop}打电话，{bad}|刚跟{shop}客服battle完{end}|{shop}的{o}退了{end}|{o}退给{shop}了|刚把{shop}的{o}退了|去{shop}退{o}刚回来|{shop}会员退订了{end}|{shop}连续包月关了{end}|{shop}又涨价了{end}|吐槽一下{shop}，{bad}|避雷{shop}，{bad}|有没有人在{shop}被坑过{end}|{shop}怎么退货啊你们知道吗|{shop}退款一般几天|
      {game}{bad}{end}|{game}充了{m}啥也没出|{game}抽了{m}全歪|{game}退坑号卖了{m}|{game}能退款就好了{end}|{game}策划还我{m}{end}|{game}外挂太多举报没用|{game}这概率诈骗{end}|{game}骗我充了{m}{end}|{game}首充送的真丑|{game}维护补偿{m}钻|{game}礼包码过期了|{game}掉单补回来了|{game}客服给我补了{end}|{game}账号被盗申诉回来了|{game}好友被骗了号|{game}交易行被坑{m}金|{game}商人坑我{m}金币|{game}金币扣了没给装备{end}|任务奖励少给我{m}金币{end}|卖亏了只退一半金币{end}|这装备退回商店才{m}|拍卖行{m}拍的退不了{end}`,
  },
  others: {
    slots: {
      ...COMMON,
      did: `被骗了{m}|给主播刷了{m}后悔了|打赏{m}被老婆发现|拿公款打赏|被粉丝告了|被要求退{m}|要退粉丝{m}|骗粉丝钱进去了|卖假货被罚{m}|被起诉了|收到律师函了|欠薪{n}个月|欠{m}不还|卷款跑了|赖账上热搜|抽奖造假翻车|孩子充了{m}退回来了|让小孩刷了{m}|被判退还{m}|赔了{m}|退了人家{m}|打官司赢了|打官司输了|报警了|去法院了|被消协点名|被平台罚了{m}|被12315约谈`,
    },
    templates: `{who}{did}{end}|听说{who}{did}{end}|你们知道{who}{did}吗|{who}{did}那事后来呢|{who}{did}的瓜吃了吗|新闻说{who}{did}|看到个视频，{who}{did}|热搜第{n}，{who}{did}|昨天普法节目讲{who}{did}|我刷到{who}{did}{end}|主播知道{who}{did}吗|{who}{did}，现在的人啊|{who}{did}，活该{end}|{who}{did}，太惨了|{who}{did}，以后注意点吧|别像{who}一样{did}|还好我没像{who}那样{did}|电影里{who}{did}{end}|这集{who}{did}{end}|剧情是{who}{did}|小说写{who}{did}|{who}之前{did}，现在好了|我爷爷那辈就有人{did}|
      未成年打赏判退的新闻|那个熊孩子打赏案怎么判的|罗老师讲过打赏退款|法考题考过这个|退款案例课上讲的|民法课讲未成年打赏|反诈宣传让我们别信返利|银行门口贴着防骗海报|警察来学校讲防诈骗|家长群在说小孩打赏的事|班主任说别给主播刷钱|我妈让我别给主播花钱{end}|我爸说打赏的都是傻子{end}|我老婆不让我刷{end}|我儿子跟我一起看呢|孩子作业写完了来看|我女儿{d}岁了最爱看你|带{d}岁娃打卡|我弟也是你粉丝|我妹给你点的关注|我家小孩学你说话{end}|小学生放假了弹幕真多|未成年请去写作业|学生不要花爸妈的钱|看直播别贷款打赏|量力而行别上头|花呗刷礼物不值当|刷礼物不如请我吃饭`,
  },
  happy: {
    slots: {
      ...COMMON,
      f: `给你刷了{m}|充了{m}|花了{m}|送了个{g}|上了{g}|开了{g}|续了{n}个月{g}|抽盲盒花了{m}|买了你推荐的{o}|拍了{o}|冲了个榜一|点了首歌花{m}|打了{m}的赏|SC发了{m}`,
      ok: `值了|不后悔|开心就好|下次还来|图个乐|你开心就行|支持一下|小钱|祝越来越好|生日快乐|别念了怪不好意思|哈哈哈|破产前最后一次|吃土去了|这个月吃泡面|老婆别打我|别告诉我妈|主播记得我就行|主播听到我名字了吗|求念ID|已到账是吧|特效真好看|冲|继续冲|够不够|还差多少|到几级了`,
    },
    templates: `{f}，{ok}{end}|{f}{end}|{ok}，{f}|我{f}，{ok}|刚{f}{end}|今天{f}{end}|准备{f}{end}|想{f}{end}|有钱了就{f}|发工资{f}|中彩票就{f}|谢谢老板{f}|老板{f}，大气|他{f}我看见了|榜一{f}{end}|谁{f}了{end}|{o}到了，好看{end}|{o}收到了谢谢主播|{o}收到了，比图上好看|{o}发货了{end}|{o}什么时候上架{end}|{o}还有货吗|{o}多少钱{end}|{o}哪里买{end}|{o}什么时候发呀，期待{end}|{o}物流好快|{g}多少钱{end}|{g}有啥用{end}|{g}怎么开{end}|{g}到期了再续|{g}忘续了{end}|{g}福利有啥|{g}群怎么进|
      客服给我处理好了{end}|客服退了，谢谢主播|钱退回来了，谢谢帮忙|退款收到了感谢|已经到账了没事了|到账了到账了{end}|补发收到了谢谢客服|问题解决了谢谢房管|误会解开了没事了|之前没到账现在好了|刚才卡了现在有了|礼物显示了是我网卡|平台补偿了{m}钻|奖品收到啦爱你|中奖啦谢谢主播|抽到我了哈哈|红包抢到{m}|抢了个寂寞{end}|红包{m}哈哈哈`,
  },
  jokes: {
    slots: {
      ...COMMON,
      x: '青春|头发|发际线|睡眠|生鱼片|腹肌|初恋|暑假|纸巾|眼泪|耳朵|智商|流量|口水|三连|嗓子|颈椎|晚饭|夜宵|鸡腿|猫|女装|歌|舞|加更|熬夜|手速|大龙|一血|五杀|红buff|胜率|段位|KDA',
    },
    templates: `还我{x}{end}|赔我{x}{end}|你欠我{x}{end}|把{x}交出来{end}|骗我{x}{end}|说好的{x}呢{end}|说好给我{x}的{end}|答应的{x}别忘了{end}|{x}什么时候兑现{end}|{x}打水漂了{end}|{x}被你骗走了{end}|不给{x}就报警{end}|不{x}我就取关{end}|我要告你偷我{x}{end}|起诉你偷走我的{x}{end}|12315吗，这里有人偷我{x}|消协吗，主播不给{x}|法庭上见，{x}归我|这局打成这样退钱{end}|唱跑调退票{end}|演的吧退票{end}|这操作要退学费的{end}|学废了退学费{end}|看完眼睛要工伤赔偿{end}|精神损失费结一下{end}|出场费结一下{end}|
      主播付我精神损失费{end}|这不得赔我{m}{end}|收你{m}{end}|给你{m}别播了{end}|{m}买你闭嘴{end}|打钱，{m}{end}|V我{m}看看实力|v我50{end}|转账{m}备注自愿赠与{end}|转我{m}，我是秦始皇|我是秦始皇打钱|欠你的{m}下辈子还{end}|欠我{m}不还的那个npc|赌{m}他过不去{end}|赌{m}，输了女装|打赌输的{m}什么时候给{end}|国足什么时候退钱{end}|范志毅都说退钱了|退钱这个梗{end}|谁在喊退钱{end}|弹幕喊退钱的别闹{end}|刷退钱的是黑子吧|刚那条退钱弹幕笑死|主播念到退钱愣住了|他真以为有人要退款{end}|主播：钱不退{end}|主播学骗子学得真像|主播演小偷{end}|骗子酒馆开了没|骗子酒馆三缺一|狼人杀骗到我了{end}|剧本杀我演骗子|诈骗式开场{end}|照骗实锤{end}|诈骗标题{end}|报警了报警了，太好笑|警察叔叔这里有人犯规{end}|律师函在路上了doge|你等着收律师函吧doge|我律师说你唱得好听`,
  },
  /** What a chat says all day: losing, leaving, arriving, asking what is going on. */
  daily: {
    slots: {
      ...COMMON,
      x: '血|蓝|塔|家|兵|龙|经验|装备|药|弹|车|船|命|门|电|网|声音|画面|字幕|头发|猫|排名|比分|存档|进度|剧情|节奏|气氛|人气|水|饭|奶茶|作业|周末|直播间|模型|歌单|封面|表情包',
      y: '错过了什么|来晚了|听错了|看错了|走错了|眼花了|记错了|猜对了|最后一个|唯一一个|第一次来|没睡醒|在做梦|该睡了|老了|变傻了|落伍了|发烧了|火星了',
      z: '笑死|结束了|被骂|被刀|团灭|爆炸|高能|听到这个|断线|黑屏|打团|唱歌|开车|下播了|没了|赢了|掉线|被秒|哭了|这么刺激|看到这个|迟到了',
      v: '说了什么|在笑什么|发生了什么|在干嘛|在打谁|什么意思|这是谁|几点了|怎么玩|怎么赢的|怎么死的|叫什么歌|什么梗|为什么哭|为啥反省|吃的啥|在哪下载|是第几集',
    },
    templates: `谢谢{who}赠送的{n}个{g}|感谢{who}投喂{n}个{g}|谢谢{who}送的{g}{end}|{who}投喂{g}x{d}|{x}没了{end}|{x}都没了{end}|{x}怎么没了{end}|你{x}没了{end}|把{x}打没了{end}|{x}给我交了{end}|{x}都交了{end}|{x}跑了{end}|{who}跑了{end}|直接跑了{end}|一个都跑不掉{end}|{x}哭了谁负责{end}|{who}哭了{end}|谁跟你说{x}没了{end}|谁说的{end}{v}|{x}自己做的{end}|用{who}的号打的{end}|{who}的号{end}|这是{who}的号吧{end}|怎么又是{x}{end}|怎么在放{x}{end}|{x}到现在没用过{end}|到现在没赢过{end}|{n}个都没打过{end}|{x}推迟了{end}|{x}没开{end}|{x}没开到{end}|{x}给{who}吧{end}|{x}归你{end}|{x}送你了{end}|{x}还你{end}|{x}给你{end}|{x}交出来{end}|偷了{n}个{x}{end}|{x}被偷了{end}|{x}被抢了{end}|{who}偷{x}{end}|打钱买{x}{end}|你自己的{x}{end}|想怎么用{x}是你的事{end}|
      我是不是{y}{end}|我又{y}{end}|是我{y}了{end}|我以为我{y}{end}|我刚进来就{z}{end}|刚进来就{z}{end}|一进来就{z}{end}|上来就{z}{end}|一来就{z}{end}|刚说完就{z}{end}|话没说完就{z}{end}|谁能告诉我{v}{end}|谁能解释一下{v}{end}|有人解释一下{v}吗|给我解释一下{v}{end}|求问{v}{end}|请问{v}{end}|到底{v}{end}|{who}{v}{end}|不知道{who}{v}{end}|听不懂你们{v}{end}|{who}一个月只能出来{d}次{end}|{who}出来了{end}|{who}怎么还不出来{end}|让{who}出来{end}|{x}出来了{end}|{x}什么时候出来{end}|怎么屏蔽{x}{end}|屏蔽{x}词怎么设{end}|关键词屏蔽怎么弄{end}|把{x}屏蔽了{end}|{x}字数限制{end}|限时{n}分钟{end}|限制时间{n}分钟{end}|{x}触发不了{end}|{x}发不了{end}朋友圈|全员禁言开了{end}|管理员开了慢速{end}|现在是全员禁言{end}|{who}说话你们听听{end}|不喊房管了{end}|叫房管也没用{end}|房管也在看戏{end}|节奏少带{end}|莫名其妙的{x}{end}|{who}莫名其妙{end}|{who}什么都没说{end}|{who}没说{x}{end}|{who}举报{x}{end}|被警告{n}次了{end}游戏里|{who}被警告了{end}|被老师警告了{end}|永久还是暂时的{x}{end}|暂时的{end}|永久的吧{end}`,
  },
  plain: {
    slots: COMMON,
    templates: `给个痛快话{end}|这事没完{end}|你看着办{end}|讲不讲理{end}|怎么算{end}|谁负责{end}|找谁说理去{end}|叫你经理来{end}|出来说话{end}|别躲着{end}|别装死{end}|回我一句{end}|良心不会痛吗{end}|良心呢{end}|睡得着吗{end}|吃相难看{end}|翻脸比翻书快{end}|转头就忘{end}|说换就换{end}|一句解释没有{end}|冤大头{end}|提款机{end}|当我傻子{end}|人对不上版{end}|踢皮球{end}|石沉大海{end}|占线{end}|审核中{end}|待发货{end}|没动静{end}|没影了{end}|没到{end}|没记录{end}|转圈{end}|闪退了{end}|黑屏了{end}|白屏{end}|
      后悔死了{end}|上头了{end}|脑子一热{end}|喝断片了{end}|手快了{end}|手滑了{end}|点岔了{end}|点错了{end}|按错键{end}|看错价格{end}|老花眼{end}|网卡了{end}|吃饭都成问题{end}|还不上了{end}|花呗还完了{end}|房租交不起{end}|车卖了{end}|彩礼{m}{end}|{m}首付{end}|{m}够吃{n}个月{end}|{m}能买啥{end}|{m}而已{end}|就{m}{end}|有{m}吗{end}|我要是有{m}{end}|{m}？贵了|{m}太贵{end}|{m}便宜{end}|{m}拿下{end}|开价{m}{end}|{n}年了{end}|{n}个月前{end}|等{n}天{end}|催了{n}遍{end}|第{n}次了{end}|{n}天没睡{end}|证据确凿{end}|录下来了{end}|截图了{end}|截图留念|笔录{end}|立案{end}|传票{end}|派出所{end}|监狱风云{end}|网贷别碰{end}|征信黑了{end}`,
  },
  silenced: {
    slots: {
      ...COMMON,
      him: '他|她|那个喷子|那个广告|刚那个|刷屏的|剧透的|黑子|带节奏的|卖号的|引战的|骂人的|杠精|那个人|那小子|复读机',
      hit: '禁言|封|踢|拉黑|禁|屏蔽|关小黑屋|永封|请出去|ban',
      u: '天|小时|分钟|个月',
      els: '微信|贴吧|微博|小红书|知乎|QQ|班级群|公司群|业主群|王者|吃鸡|LOL|CS|原神|抖音|B站|豆瓣|NGA|家族群|steam',
    },
    templates: `{him}被{hit}了{end}|{him}{hit}得好{end}|把{him}{hit}了吧|房管{hit}一下{him}|建议{hit}{him}{end}|再这样就{hit}{him}|{him}怎么还没{hit}{end}|{him}该{hit}{end}|谁{hit}的{him}，干得漂亮|刚看到{him}被{hit}{end}|{him}被{hit}{n}{u}{end}|{him}申诉失败{end}|{him}换小号又来了{end}|{him}又出来了{end}|{him}刚解封又骂人|{him}哭着求解封{end}|{him}说自己冤枉{end}|房管{hit}人好快{end}|房管手速惊人{end}|房管辛苦{end}|房管休息吧{end}|房管是谁呀{end}|怎么当房管{end}|能当房管吗{end}|房管缺人吗{end}|房管脾气真好{end}|这里{hit}人严吗{end}|说什么会被{hit}啊|这词会被{hit}吗{end}|我不敢说怕被{hit}{end}|说了会被{hit}{end}|别{hit}我哈我开玩笑的{end}|
      冒着被{hit}的风险说一句{end}|我先{hit}我自己{end}|自愿被{hit}{end}|被{hit}也要说，好听|求{hit}{end}|想体验一下被{hit}{end}|我在{els}被{hit}了{end}|{els}把我{hit}了{end}|{els}号没了{end}|{els}封我{n}{u}{end}|{els}申诉{n}次了{end}|{els}解封了{end}|{els}天天误封{end}|{els}被人举报了{end}|{els}不让我说话{end}|{els}被踢出群了{end}|{who}被{hit}了{end}|{who}的号被{hit}了{end}|{who}解封了{end}|{who}什么时候解封{end}|{who}禁赛{n}{u}{end}|{who}因为啥被封{end}|{who}把我拉黑了{end}|{who}把我删了{end}|被{who}拉黑{n}{u}了{end}|吵架被{who}拉黑{end}|手机被我妈没收{n}{u}|被我妈关禁闭{end}|被我爸训了{end}|被老师请出去了{end}|被罚站了{end}|被老板骂了{end}|写检讨呢{end}|检讨八百字{end}|
      谢谢房管放我出来{end}|谢谢管理解封{end}|解了解了谢谢{end}|出来了谢谢大家|我出来啦{end}|刑满释放哈哈，以后注意|上次被{hit}是我活该{end}|我被{hit}过一次，应该的|被{hit}的日子里我学会了闭嘴{end}|昨天嘴欠被{hit}了，自找的|服气，我该{hit}|房管{hit}我{hit}得对{end}|看了一周热闹终于能说话了{end}|终于能发弹幕了{end}|升到{n}级能发弹幕了|{n}级才能说话吗{end}|要关注才能说话吗{end}|粉丝牌多少级能说话|绑手机才能发言{end}|怎么发彩色弹幕{end}|弹幕字数太短了{end}|弹幕太少了{end}|弹幕怎么这么少{end}|弹幕糊脸{end}|弹幕关了清净|我把弹幕屏蔽了{end}|屏蔽词加上{end}|屏蔽特效{end}|
      主播怎么不说话{end}|主播麦没声{end}|主播静音了吗{end}|主播被警告了{end}|直播间被警告了{end}|直播间要被封了{end}|主播别被封了{end}|下周解封演唱会|解封那天我去吃火锅|放我出去（密室）|放我出来，我卡墙里了{end}|卡在墙里出不来{end}|这关出不去{end}|监狱关卡{end}|越狱那关{end}|禁闭室好黑{end}|黑屋地图{end}|小黑屋码字软件|小黑屋减肥{end}|误判了吧裁判{end}|裁判眼瞎{end}|越位误判{end}|双标裁判{end}|申诉期过了（学校）|奖学金申诉{end}|成绩申诉{end}|驾照扣分申诉{end}|我错了不该买这只股|我错了，我先投{end}|对不起我来晚了{end}|给个机会，再开一把{end}|求放过，打不动了{end}|饶命啊boss{end}|高抬贵手让我赢一把|通融一下让我插个队|松松手让我拿个人头{end}|捞我一把{end}|拉我一把{end}|拉我进队{end}|把我拉进队伍{end}|移出队伍干嘛{end}|队长踢人了{end}|开黑被踢{end}|房主踢我{end}|挂机被踢{end}|掉线重连{end}|我网断了{end}|闪退进不来{end}|直播间进不去{end}卡|黑屏进不来{end}|加载不出来{end}|有人吗{end}|有人看得到我吗{end}|扣1{end}|测试{end}|测试测试能看到吗`,
  },
};

/** The same in English. Written for this project. */
export const NEAR_MISSES_ENGLISH: Grammar = {
  slots: {
    end: '||||| lol| lmao| haha|!| man| bro| ngl| tbh| fr| xd| kekw| rip',
    a: '$5|$20|$60|40 bucks|100 dollars|200 gold|5k gold|a million|two grand|10k bits|3 bucks|50k coins',
    n: '2|3|4|5|two|three|ten|a few',
    shop: 'amazon|steam|ebay|walmart|uber|doordash|airbnb|the airline|my landlord|netflix|spotify|best buy|ikea|the gym|my dentist|epic|blizzard|sony|nintendo|ticketmaster|my isp|the dealership|gamestop|shein|temu',
    game: 'this game|the dlc|that skin|fifa|tarkov|runescape|wow|genshin|league|valorant|apex|elden ring|the battle pass|cyberpunk|the auction house|the vendor|the merchant|this gacha',
    who: 'he|she|that streamer|my friend|my roommate|my cousin|some dude|the enemy jungler|the ref|the cheater|my boss|my ex|another streamer|that youtuber|the spammer|that troll|the bot|my brother',
    b: 'banned|muted|timed out|kicked|blocked|perma banned|suspended',
    did: 'got scammed for {a}|refunded {a}|lost {a}|owes me {a}|got sued|went to court|got charged twice|got arrested for fraud|stole {a}|had to pay back {a}|never paid me back|faked a giveaway|returned it|won the case',
    ok: 'worth it|no regrets|happy to support|you earned it|enjoy|love the stream|keep it up|my wallet hates me|dont tell my wife|take my money|best money i spent|thanks for the laughs',
  },
  templates: `{shop} refunded me{end}|{shop} charged me twice{end}|{shop} lost my package{end}|{shop} wont refund me{end}|got my money back from {shop}{end}|waiting on a refund from {shop}{end}|{shop} support is awful{end}|cancelled {shop} yesterday{end}|my {shop} order never came{end}|{shop} sent the wrong size{end}|returning my {shop} order today|disputed a {shop} charge once, took weeks|{shop} banned my account{end}|{shop} suspended me{end}|refunding {game}{end}|just refunded {game}{end}|{game} is a scam{end}|{game} stole my {a}{end}|spent {a} on {game}{end}|want my {a} back from {game}{end}|{game} ripped me off for {a}|{game} still owes me loot{end}|no drops in {game}, rigged{end}|
    {who} {did}{end}|did you hear {who} {did}{end}|{who} {did} last year|i heard {who} {did}|the story where {who} {did}|saw a video where {who} {did}|{who} {did} in the movie|news said {who} {did}|spent {a} here, {ok}|here is {a}, {ok}|dropped {a}, {ok}|resubbed, {ok}|gifted {n} subs, {ok}|bought the hoodie, {ok}|hoodie came today, {ok}|the refund came through thanks{end}|all sorted, support refunded me|got my prize, thank you{end}|the charge got reversed, all good|my coins showed up, nvm|nvm it went through{end}|merch shipped{end}|when does merch restock{end}|how much is shipping{end}|is the giveaway over{end}|who won the giveaway{end}|
    my kid is watching with me{end}|my son wants to be a streamer|my 6 year old loves your voice|my daughter drew you{end}|my mom thinks you are funny|my dad says hi{end}|kids please dont spend your parents money|dont donate if you are broke{end}|parents check your cards{end}|i want my time back{end}|give me my sleep back{end}|you owe me a rematch{end}|you owe me a song{end}|you owe chat pushups{end}|pay up, you lost the bet{end}|stole my kill{end}|stole my heart{end}|robbed{end}|we got robbed by the refs{end}|rigged match{end}|rigged dice{end}|scammed by the coinflip{end}|refund the ult{end}|refund that flash{end}|sue him{end}|call my lawyer{end}|objection{end}|see you in court (ace attorney){end}|
    {who} got {b}{end}|why is {who} {b}{end}|{who} was {b} for cheating|glad {who} got {b}{end}|{who} deserved to be {b}|mods got {who} {b} fast|please get {who} {b}|{who} got {b} again{end}|is {who} still {b}{end}|{who} will get {b} for that|he said unban me like {n} times{end}|{who} keeps begging for an unban|i got {b} on reddit{end}|i got {b} in {game}{end}|got {b} from my group chat{end}|my teacher {b} me on zoom{end}|i deserved it when i got {b}{end}|that {b} was fair, my bad{end}|thanks for letting me back mods{end}|finally unmuted, hi chat{end}|back from my timeout, hi|will i get {b} for saying this{end}|dont ban me but{end}|is that word allowed{end}|what gets you {b} here{end}|ban me i dare you{end}|mods are sleeping{end}|mods working hard today{end}|how do i become a mod{end}|is chat slow today{end}|chat is dead{end}|sub only mode when{end}|why is slow mode on{end}|
    is the stream muted for anyone else{end}|vod is muted{end}|mic is muted{end}|you muted yourself{end}|i muted the tab{end}|blocked my ex{end}|blocked shot{end}|kicked from the lobby{end}|got kicked for afk{end}|kick the door{end}|ban phase took forever{end}|who should i ban{end}|ban yuumi{end}|they removed the map{end}|my message to support{end}|i cant type fast enough{end}|cant type and play{end}|typing with one hand{end}|sorry im new here{end}|sorry i missed the start{end}|second chance for the boss{end}|one more chance, run it back{end}|what did i do wrong in that run|why did i die{end}|that was unfair, no counterplay|appeal to me{end}|no appeal to this genre{end}|court ruled in his favor{end}|the case was dropped{end}`,
};
