import type { Grammar } from './grammar.ts';

const COMMON = {
  end: '|||哈哈|哈哈哈哈|笑死|hhh|了|吧|啊|（狗头|草|2333|！|？|呢|捏|嘛|xswl|doge|[doge]|😂|🤣|~|。|呜呜|诶',
  who: '主播|大家|国足|隔壁|他|她|老板|小明|房东|徐坤|我妈|我爸|我同学|我室友|我哥|对面|队友|打野|辅助|上单|中单|那个人|这货|策划|官方|老师|裁判|我朋友|你',
  d: '1|2|3|4|5|6|7|8|9|十|几',
  game: '这游戏|端游|手游|原神|王者|吃鸡|lol|csgo|dota|瓦|mc|星铁|塞尔达|老头环|只狼|黑猴|永劫|暗黑|炉石|云顶|金铲铲|方舟|植物大战僵尸|steam|育碧|任天堂|switch游戏|dlc|这皮肤|饥荒|恐怖游戏',
  thing:
    '青春|发际线|鸡腿|睡眠|双眼|童年|老婆|头发|周末|眼泪|感情|三连|关注|笑点|我的心|点赞|智商|耳朵|流量|电费|时间|妈生鼻|原味鸡|高考分数|膝盖|节操|偶像|单身|暑假|皮炎平|瞌睡|下饭菜',
  ingame:
    '人头|蓝buff|红buff|野区|大龙|小龙|兵线|装备|金币|狙|枪|血|蓝|药|经验|点券|石头|木头|钻石剑|护甲|复活币|体力|技能|大招|塔|助攻|马|车|子弹|宝箱|船票|星琼|原石',
  shop: '淘宝|京东|拼多多|闲鱼|美团|饿了么|外卖|12306|携程|电影票|演唱会门票|机票|高铁票|快递|盒马|山姆|优衣库|苹果官网|二手平台|酒店|房东|中介|健身房|驾校|学校|公司|移动|联通|电信|银行|加油站|停车场|滴滴|火车票|话费|网课|医院|物业|地铁|公交|超市|食堂|共享单车|理发店|奶茶店|便利店|景区|图书馆|菜市场|游乐园',
} as const;

/** Talk with the words of disputes and appeals in it that wants nothing from the room. Written for this project. */
export const HARMLESS_FAMILIES: Readonly<Record<string, Grammar>> = {
  games: {
    slots: COMMON,
    templates: `赔我{thing}{end}|赔我耳膜{end}|赔我键盘{end}|把{ingame}给我{end}|给不给{ingame}{end}|不给我{ingame}{end}|{ingame}没显示{end}|把{ingame}还我{end}|还我{ingame}{end}|把我的{ingame}还给我{end}|偷我{ingame}{end}|{who}偷我{ingame}，报警了{end}|抢我{ingame}{end}|又抢我{ingame}|{ingame}被吞了{end}|{ingame}没了{end}|我的{ingame}呢{end}|{ingame}呢{end}|送错{ingame}了{end}|点错技能了{end}|按错了{end}|手滑了{end}|手滑空大{end}|买错装备了{end}|误触闪现了{end}|误触大招{end}|点错人了选错英雄|退游了{end}|退坑了{end}|退到高地{end}|快退快退{end}|退一下退一下{end}|往后退{end}|先退再打|退出重进{end}|退队了{end}|退回主城{end}|打完这把退{end}|{game}能退款吗{end}|{game}玩了一小时就退款了|{game}已退款{end}|给{game}退款去了|{game}退款率好高|{game}优化太差退了{end}|{game}打折我买了|{game}充了{d}000还是菜|{game}氪了多少{end}|{game}首充值得吗|{game}月卡买吗|{game}抽卡{d}0连没出货{end}|{game}吃我保底{end}|歪了歪了，退钱{end}|歪了，策划还我石头|策划还钱{end}|策划退钱{end}|策划骗氪{end}|{game}骗氪游戏|这卡池骗氪{end}|卡池诈骗{end}|诈骗技能{end}|这伤害诈骗{end}|这boss骗我翻滚|骗大招{end}|骗了个闪{end}|骗技能成功|被他骗了技能|骗塔伤{end}|假动作骗到了|这剧情骗我眼泪{end}|内鬼就是他，骗子{end}|狼人杀里他是骗子|预言家是骗子{end}|剧本杀里他骗了全村人的钱|任务奖励没发{end}|邮件奖励没收到{end}|补偿邮件呢{end}|维护补偿发了吗|服务器炸了补偿呢{end}|{game}封号了{end}|{game}把我禁赛了{end}|{game}禁言我{d}天{end}|{game}账号被封{d}年|开挂的被封了{end}|封了开挂的{end}|外挂举报了{end}|举报{who}开挂{end}|举报{who}送人头{end}|{who}被封号了{end}|ban{who}{end}|ban掉{ingame}|ban位留给打野|先ban{who}|对面ban了我的英雄|我的本命被ban了{end}|英雄被禁了{end}|这英雄该禁{end}|禁用{who}{end}|解锁新地图{end}|解禁新英雄|解封印{end}|放我出去这密室{end}|放我走{end}|求放过这boss{end}|放过我吧boss{end}|饶命{end}|我错了我不该开龙|我错了不该选他{end}|误伤友军{end}|误伤队友了{end}|误杀{end}|踢了他开房{end}|房主把我踢了{end}|队长把我踢出队伍{end}|被踢出公会了{end}|被移出队伍{end}|卡出去了{end}|掉线了{end}|{game}闪退了{end}|进不去{game}|上不了号{end}|号被盗了{game}的{end}|坐牢局{end}|坐牢{d}小时{end}|黑屋子好吓人|禁闭室的boss|监狱图怎么过|越狱成功{end}|申诉召唤师峡谷|裁判我要申诉{end}|挑战失败申请重赛`,
  },
  shops: {
    slots: COMMON,
    templates: `{who}给我转了{d}00{end}|我妈给我转了生活费{end}|我爸给我打了{d}000学费|生活费到账{end}|压岁钱买了{ingame}{end}|压岁钱买了游戏机{end}|压岁钱存起来了{end}|{shop}扣了我两次钱{end}|{shop}多收了我{d}块{end}|{shop}收了双倍{end}|{shop}退款好快{end}|{shop}退款到账了{end}|{shop}可以退款的|{shop}不给退款{end}|{shop}退货了{end}|在{shop}被坑了{d}00{end}|{shop}把我坑了{end}|{shop}扣了我{d}0手续费{end}|{shop}扣费了{end}|{shop}乱扣钱{end}|{shop}押金不退{end}|{shop}不退我押金|{shop}还没发货{end}|{shop}发错货了{end}|{shop}客服真难缠{end}|{shop}七天无理由退货|{shop}假货多{end}|{shop}仅退款{end}|{shop}投诉有用吗|投诉{shop}成功了|打12315投诉{shop}|已经投诉{shop}了{end}|在{shop}买的{d}00块的键盘|{shop}花了{d}00{end}|{shop}会员自动续费了{end}|我{shop}的会员到期了|我{shop}充了{d}00|给{shop}充钱去了|{shop}欠我工资{end}|{who}欠我钱{end}|{who}不还我钱{end}|{who}找我借钱{end}|{who}还我钱了{end}|{who}被骗了{d}万{end}|{who}被电信诈骗了|{who}买到假货了{end}|接到诈骗电话{end}|今天又接到骗子电话|诈骗短信好多{end}|反诈宣传来了{end}|下载反诈app{end}|国家反诈中心{end}|公司扣我工资{end}|公司拖欠工资{end}|公司还没发工资|要去劳动仲裁{end}|彩票没中{end}|股票亏了{d}万{end}|基金亏成狗{end}|钱包丢了{end}|手机摔了{d}00没了|罚款{d}00{end}|违章扣分{end}|话费扣了{d}0{end}|电费涨了{end}|充电桩好贵{end}|充电宝没还|共享单车忘关扣了{d}0|没钱了{end}|穷死了{end}|月底吃土{end}|工资到账了{end}|红包到账{end}|发工资了{end}|年终奖没了{end}|学费交了{end}|房租又涨了|买错尺码了{end}|快递丢了{end}|快递还没到{end}|外卖送错了{end}|外卖少了个鸡腿{end}|奶茶送错了{end}|演唱会取消退票了{end}|电影难看想退票{end}|退票{end}|退学{end}|退休金{end}|退税了{end}`,
  },
  jokes: {
    slots: COMMON,
    templates: `主播念一下：我要退款|{who}念弹幕：退钱|主播念到退款笑死|弹幕里有人喊退钱{end}|刚才有人刷退钱{end}|{who}刚才说要退款{end}|他说退钱{end}|有人要退款{end}|“还我血汗钱”这句台词{end}|小品里那个还我钱的{end}|小品台词还我钱|电影里那句还钱{end}|这台词：还我钱|模仿一下还我血汗钱|主播模仿退钱哥|退钱哥来了{end}|学{who}喊退钱|歌词里的骗子|剧里的骗子{end}|他是演骗子的{end}|还我{thing}{end}|把{thing}还给我{end}|{who}骗我{thing}{end}|骗{thing}的{end}|{who}又来骗钱了{end}|又骗我{thing}{end}|退钱{end}国足|国足退钱{end}|男足退钱|退退退{end}|退！退！退！|退钱（bushi{end}|退钱哈哈哈|退票哈哈|不好笑退钱{end}|不好听退钱哈哈|唱成这样退钱{end}|就这？退票{end}|这把输了退钱{end}|输了退舰长{end}|主播菜得我想退款{end}|主播退钱哈哈|退我火箭哈哈|骗子{who}说好早睡的{end}|骗子，说好的女装呢{end}|说好的女装呢{end}|说好的唱歌呢{end}|说好今天不喝酒的|说好的加班呢{end}|答应我们的女装{end}|你欠我们一首歌{end}|欠我们的直播时长{end}|欠的时长什么时候补|欠债女装还{end}|欠一顿火锅|又鸽了骗子{end}|鸽子精骗子{end}|鸽了{d}天，报警了|报警了，太可爱了{end}|报警了，这里有人犯规|警察叔叔就是这个人{end}|举报了，太好听{end}|举报，主播萌得犯规|投诉你太可爱了{end}|我要投诉，声音太好听|已起诉，赔我的心{end}|律师函警告{end}|律师函警告（狗头|法院见（狗头|12315是吗，我要投诉主播太甜|黑猫警长{end}|小黑猫好可爱|消协来了也得说好听|诈骗！这身材是p的{end}|照骗{end}|照骗退钱{end}|滤镜诈骗{end}|声音诈骗{end}|年龄诈骗{end}|封面诈骗{end}|标题诈骗{end}|封面骗我进来{end}|被封面骗了{end}|被标题骗进来{end}|误入，打扰了{end}|白嫖怪报到{end}|白嫖快乐{end}|我没钱，白嫖{end}|穷，只能点赞|等我有钱了给你刷|中了彩票给你刷火箭|梦里给你上舰{end}|老板大气{end}|老板糊涂啊{end}|榜一破产了{end}|破产了{end}|氪穷了{end}|剁手了{end}|钱包在哭泣{end}|我的钱包{end}|我的血汗钱给你买皮肤{end}|钱不是问题{end}|谈钱伤感情{end}|给钱就唱{end}|收费的{end}|主播要饭呢{end}|恰饭{end}|恰烂钱{end}|V我50{end}|疯狂星期四v我50{end}|转账{d}块备注爱你|红包拿来{end}|压岁钱呢{end}|还钱（台词）{end}|欠我的用什么还{end}`,
  },
  gifts: {
    slots: COMMON,
    templates: `我给我自己打钱{end}|我骗我自己{end}|别骗自己了{end}|谢谢{who}的礼物{end}|感谢{who}的舰长{end}|谢谢老板的{d}个火箭|感谢上舰{end}|{who}刷了{d}个火箭{end}|{who}送了嘉年华{end}|刷了个小心心{end}|送个小礼物支持一下|我刷了{d}块钱支持一下{end}|今天充了{d}0支持主播|上了个舰支持一下|舰长续上了{end}|续费舰长了{end}|周边收到了{end}|舰长礼物收到了{end}|快递收到了，好看{end}|签名照收到啦{end}|奖品收到了谢谢{end}|抽奖没中{end}|又没中{end}|中奖绝缘体{end}|什么时候抽奖{end}|抽奖怎么参加|抽奖开奖了吗{end}|怎么上舰{end}|上舰多少钱{end}|舰长有什么福利|提督有什么礼物|怎么充值{end}|在哪充值{end}|充值有优惠吗|电池多少钱一个{end}|{d}00电池是多少钱|充值活动什么时候{end}|首充有什么奖励{end}|会员怎么开{end}|怎么送礼物{end}|礼物在哪里送|火箭多少钱{end}|嘉年华好贵{end}|这个礼物特效好看|礼物特效怎么关{end}|怎么屏蔽礼物{end}|别送礼物了留着吃饭{end}|别刷了别刷了{end}|理性消费{end}|量力而行{end}|未成年不要打赏哦{end}|未成年人禁止刷礼物|小朋友不要刷礼物{end}|学生党别充钱|用父母的钱打赏不好|家长管好孩子手机{end}|小孩子别乱花爸妈的钱|青少年模式打开{end}|新闻里孩子打赏{d}万{end}|听说有小孩刷了{d}万{end}|看新闻说家长告平台{end}|那个打赏退款的新闻看了吗|{d}岁小孩打赏案判了|我儿子也爱看你{end}|我女儿说你好看{end}|带娃看直播{end}|娃睡了我来了|孩子{d}岁了也喜欢{end}|我家孩子上初中了{end}|儿子放学了{end}|辅导孩子作业崩溃{end}|小学生好强{end}|我才{d}岁{end}|我还在上小学{end}|我未成年不能喝酒{end}|未成年看这个行吗|微信支付可以吗{end}|支付宝可以充吗{end}|有退款的吗（路过）|退款那个梗笑死|平台抽成多少{end}|主播收入多少{end}|这主播一晚赚{d}万{end}|打赏平台抽一半{end}|榜一花了多少{end}|守护多少钱|点歌多少钱一首{end}|陪玩多少钱{end}|上车多少钱{end}|带我打一把{end}|加我好友一起打{end}|什么时候上车{end}|什么时候加好友|粉丝群怎么进{end}|进群要舰长吗{end}`,
  },
  sanctions: {
    slots: {
      ...COMMON,
      role: '小丑|反派|公主|我老婆|我家那只|涩图|录像|歌|PV|切片|回放|猫|狗|那只猫|boss|主角|女主|男主|封印|魔王|神龙|皮卡丘|隐藏角色',
    },
    templates: `把{role}放出来{end}|{role}放出来了{end}|{role}什么时候放出来{end}|{role}怎么被ban了{end}|{role}怎么被封了{end}|{role}被屏蔽了{end}|房管能把{who}禁言吗{end}|房管能把那个人禁言吗，太吵了|能禁言{who}吗{end}|给{who}一个小时禁言{end}|看到有人被禁言了{end}|有人被禁言了{end}|自我禁言{end}|饶了我吧{end}|饶了我吧，笑不动了|谁把灯关了{end}|谁把声音关了{end}|我后悔了{end}|刚放出来的视频{end}|新歌放出来了{end}|预告放出来了{end}|不敢放出来{end}|这图敢放出来{end}|弹幕字数限制{end}|弹幕限制二十字{end}|建议禁言{end}|禁了吧{end}|把他禁了{end}|房管禁一下{end}|房管把那个剧透的禁了{end}|房管封了那个广告{end}|再剧透禁言了{end}|再刷屏禁言|刷屏的都禁了吧|带节奏的禁了{end}|骂人的封了{end}|有人骂人房管管管{end}|房管快来{end}|房管干活{end}|房管辛苦了{end}|房管在吗有人打广告|谁是房管{end}|怎么当房管{end}|我想当房管{end}|封号斗罗{end}|禁言套餐{end}|禁言抽奖{end}|谁想要禁言套餐{end}|禁得好{end}|封得好{end}|终于禁了{end}|他被封了{end}|那个喷子被禁言了{end}|喷子被踢了爽{end}|他们说{who}被封了{end}|{who}的直播间被封了{end}|{who}的号被封了{end}|隔壁被封了来这{end}|主播被封过吗{end}|直播间会不会被封{end}|这么播要被封了{end}|小心被封{end}|主播别说了要封{end}|擦边会被封{end}|刚解封就来播{end}|主播解封了{end}|恭喜解封{end}|解封快乐{end}|小区解封了{end}|解封了终于可以出门了|解禁日快乐{end}|微博禁言我{end}|贴吧封了我{d}天{end}|群里被禁言了{end}|被群主踢了{end}|被女朋友拉黑了{end}|被前任拉黑{end}|我把他拉黑了{end}|我把他踢了{end}|拉黑了{end}|舍友被我禁言了|家里禁止打游戏{end}|我妈把我手机没收了{end}|我妈把网断了{end}|学校把手机禁了|禁止套娃{end}|禁止虐狗{end}|禁止吸烟{end}|封面真好看{end}|封神了{end}|封路了{end}|封城那年{end}|屏蔽弹幕怎么弄{end}|弹幕怎么关{end}|为什么没有弹幕{end}|为什么没声音{end}|为什么卡{end}|为什么黑屏{end}|为什么还不开播{end}|为什么看不到画面{end}|怎么说不了话，麦坏了{end}|主播说不出话了{end}|感动得说不出话{end}|笑得说不出话{end}|嗓子哑了说不了话|主播闭麦了{end}|麦没开{end}|主播静音了{end}|放我出去{end}|放开我{end}|放我鸽子{end}|我错了{end}|我错了姐姐{end}|对不起打扰了{end}|对不起我笑了{end}|给个机会{end}|再给次机会吧主播{end}|下次一定{end}|下次不敢了（下次还敢{end}|误会了{end}|误会误会{end}|冤枉啊（台词{end}|太冤了这波{end}|死得太冤{end}|我不服再来{end}|不服来战{end}|不服solo{end}|申诉材料交了吗（学校）|教练申诉成功{end}|球员被罚下{end}|禁赛{d}场{end}|红牌罚下{end}|被裁判罚了{end}|处罚太轻了{end}|判得太重了吧那个案子|剧里他被关进去了{end}|他被关了{d}年{end}|刚出狱的哥{end}|小黑屋剪视频呢{end}|小黑屋写论文{end}`,
  },
};

/** The same in English. Written for this project. */
export const HARMLESS_ENGLISH: Grammar = {
  slots: {
    end: '|||lol| lmao| haha| kekw|!|?| bro| man| ngl| tbh| fr',
    game: 'the game|this dlc|steam|the expansion|that skin|the movie|my tickets|amazon|the concert|uber eats|my order from nike|the hotel|the season pass|netflix',
    hero: 'yasuo|that champ|the map|zed|his main|this gun|the meta|the op hero|teemo',
    item: 'gold|buff|kill|loot|blue|cannon|wallet in gta|heart|sleep|childhood|eyes',
    who: 'he|she|that streamer|my friend|some guy|the player|xqc|the cheater|my brother',
  },
  templates: `refunded {game}{end}|just refunded {game}|steam refund took two days{end}|they refunded {game}{end}|can you refund {game}{end}|want a refund for that movie{end}|i want my money back after that game{end}|refund that skin{end}|refund this team{end}|give me my {item} back{end}|stole my {item}{end}|he stole my {item}{end}|scammed by rng{end}|this chest is a scam{end}|that boss is a scam{end}|gacha is a scam{end}|scammed by the ref{end}|got scammed on runescape once{end}|my bank account after this sale{end}|my wallet is crying{end}|how much did that cost{end}|how much is a sub{end}|is the dlc worth it{end}|bought the dlc yesterday{end}|thanks for the sub{end}|thanks for the gifted sub{end}|thank you for the bits{end}|ty for the dono{end}|dont waste your money on subs{end}|save your money{end}|support small streamers{end}|customer support at work is hell{end}|my bank app is down{end}|call the police thats illegal{end}|reported for being too good{end}|i got my merch today{end}|merch arrived looks great{end}|when is the merch drop{end}|when is the giveaway{end}|did i win the giveaway{end}|never win giveaways{end}|my kid loves this game{end}|my son plays this too{end}|my daughter is watching with me{end}|kids these days{end}|ban {hero}{end}|ban {hero} please|they banned {hero}{end}|{hero} got banned in draft|who do we ban{end}|ban phase{end}|{who} got banned{end}|{who} was banned for cheating{end}|why was {who} banned from the tournament{end}|{who} got timed out for saying that{end}|is {who} still banned{end}|ban this guy mods|mods ban him|mods can you ban the spammer|timeout that guy{end}|mods are asleep{end}|mods are great{end}|thanks mods{end}|who is the mod here{end}|mute your mic{end}|you are muted{end}|is the stream muted{end}|mute the music{end}|the vod got muted{end}|your mic is muted{end}|i muted the game{end}|i got banned on reddit{end}|got banned from roblox as a kid{end}|unban requests was a great video{end}|next unban stream when{end}|coach called a timeout{end}|take a timeout{end}|false start{end}|thats unfair{end}|so unfair he had no mana{end}|what did he do{end}|sorry im late{end}|my bad team{end}|give him a second chance coach{end}|charge up your laser{end}|charging my phone brb{end}|charged attack is better{end}|free charge station{end}|dispute the call ref{end}|chargers lost again{end}`,
};

/** Words of disputes and appeals that stand alone and say nothing yet. Written for this project. */
export const FRAGMENTS: Grammar = {
  slots: {
    end: '|||啊|呢|？|……|！|了|吧|哈哈|诶',
    much: '{d}00|{d}000|{d}千|{d}万|{d}百|一千多|好几千|几百|十几万|{d}{d}00多|三四百|{d}{d}块|{d}块钱|半年|两个月|{d}00多',
    d: '1|2|3|4|5|6|7|8|9|一|两|三|五|八|十',
    it: '舰长|提督|总督|火箭|飞机|电池|周边|会员|钻石|金币|嘉年华|盲盒|牌子|勋章|礼物|签名照|月卡|皮肤|歌|手办|SC|抽奖',
    x: '3D手|弹幕|歌词|作业|明天|这题|这关|头发|声音|主播|她|它|宝宝|设备|麦克风',
  },
  templates: `怎么办{end}|咋办{end}|{x}怎么办{end}|{x}满了怎么办|{it}满了怎么办|那怎么办{end}|不敢走怎么办|睡不着怎么办|{much}{end}|{much}人{end}|有{much}吗|还没有{much}呢|点了{much}个|{it}{much}|{it}={much}|{it}{end}|是{it}{end}|有{it}了{end}|新{it}{end}|什么{it}{end}|我的{it}{end}|昨天{end}|上周{end}|半年前|刚才{end}|什么时候{end}|多久{end}|几点{end}|为什么{end}|为啥{end}|凭什么{end}|怎么回事{end}|什么情况{end}|发生什么了{end}|我刚来{end}|刚进来{end}|一来就这样|一来就结束了|刚来就结束了|结束了{end}|我出来了{end}|放出来{end}|放出来看看|出来了{end}|给我出来|我发的{end}|谁发的{end}|屏蔽了{end}|解除{end}|怎么解除{end}|了解了{end}|了解一下{end}|说话{end}|说话啊主播|不说话了{end}|理我{end}|不理我{end}|看看我{end}|求求了{end}|拜托了{end}|谢谢{end}|对不起{end}|我错了{end}|冤枉{end}|误会{end}|请给我钱{end}|给我钱{end}|打钱{end}|给你打钱{end}|送钱{end}|没钱{end}|有钱{end}|还有{end}|还没{end}|还没有{end}|没有{end}|没到{end}|到了{end}|收到{end}|没收到{end}信号|退了{end}|退{end}|还{end}|还我{end}|骗人{end}|你骗人{end}|骗子{end}|大骗子{end}|骗{end}|假的{end}|真的吗{end}|说好的{end}|答应我{end}|在等{end}|等你{end}|等了好久{end}|终于等到{end}|孩子{end}|我的孩子{end}|儿子{end}|妈妈{end}|小孩{end}|家长{end}|老师{end}|警察{end}|报警{end}|举报{end}|投诉{end}|律师{end}|safe|safe!|give up|never|membership|why|why?|how|how long|what happened|sorry|sorry!|please|plz|money|my money|help|free|join|ban|banned?|mute|muted?|oh no|where|refund`,
};
