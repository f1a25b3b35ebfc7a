import type { Grammar } from './grammar.ts';

const COMMON = {
  d: '1|2|3|4|5|6|7|8|9',
  n: '2|3|4|5|6|7|8|两|三|四|五|六|七|八|十|十几|好几|半|二十',
  m: '{d}千|{d}万|{d}百|{d}00|{d}千{d}|{d}万{d}|一万出头|六千多|两千六|小一万|{d}{d}块|{d}{d}00|{d}{d}{d}|九块九|几百块|三十块|五位数',
  g: '舰长|提督|火箭|嘉年华|飞机|灯牌|贵族|守护|城堡|游艇|玫瑰|皇冠|会员|月卡|点数|电池|钻|币|榜位|勋章',
  o: '耳机|鞋|手办|周边|键盘|礼盒|立牌|手表|玉镯|茶|面膜|显卡|衣服|球鞋|手机|专辑|抱枕|零食|护肤品|平板|二手机|账号',
  end: '||||！|？|？？|啊|吧|呢|。|😡|😭|谢谢|...|呗|嘛|唉',
  hurt: `合适吗|像话吗|好意思吗|这合理吗|你说这叫什么事|剩下的喂狗了|剩下的谁吃了|拿我当猴耍|欺负我不懂是吧|欺负老实人|找地方说理去|我咽不下这口气|恶心到我了|谁给个解释|那可都是钱|钱是大风刮来的？|怎么个说法|我急了|谁管一下|你自己掂量|给条活路|脸都不要了|真当没人治你|麻烦通融|能不能谈谈|求个公道|一个说法都没有|到今天装聋作哑|没人认账|到现在没个准话|推得一干二净|嘴上说快了快了|一问就是下周|一问就装忙`,
  want: `退|退我|吐出来|还来|还我|退回|原数退回|给个说法|给我换|给我补|要么给货要么给钱|别再说下周|今天必须打过来|我在这等着|折算退我也成|换成别的也行|退一部分也行|能退给我吗|这种给退吗|怎么才能拿回来|帮忙看下怎么退|请给处理|请予退款`,
} as const;

/** Money quarrels told as a story or around the word. Written for this project. */
export const DISPUTE_TALES: Readonly<Record<string, Grammar>> = {
  told: {
    slots: COMMON,
    templates: `你前脚收我{m}，后脚把我踢出群，{hurt}|前脚收钱后脚拉黑，{hurt}|收{m}的时候叫哥，收完叫滚，{hurt}|收我{m}认干亲，收完不认，{hurt}|{m}到你手里第二天就变脸，{hurt}|当面答应还{m}，背后删好友，{hurt}|上个月答应还我的{m}，{hurt}|答应今天给的{m}，{hurt}|{m}说好这周结，{hurt}|那{m}的事你{hurt}|别人充{m}到{m}，我充{m}只到零头，{hurt}|同样充{m}，他到我不到，{hurt}|充{m}只给{d}0，{hurt}|刚买的{g}就掉级，{want}{end}|刚买{g}你们就改权益，{want}|{g}一夜之间没了，{hurt}|充的{g}被你们清零，公告都没有|{g}说没就没，{hurt}|{g}买完就降价{m}，{want}|{g}年费刚交就下架，{want}|攒的{g}作废，{hurt}|
      你俩一家公司的，骗我上了{m}票，{want}|今天才知道对面是你同事，PK上的{m}，{want}|今天才知道是剧本，上的{m}票，{want}|原来榜一是公司的人，我跟着砸了{m}，{hurt}|抽{n}台{o}一台没见谁收到，{hurt}|说抽{n}个{o}，没一个人中|抽了{n}个月奖没人晒过{o}，骗礼物的吧|中奖的{o}换了三个理由不寄，{want}|{o}要么寄要么退钱，别拖|{o}等了{n}天，订单都自动收货了没见着|{o}自动确认收货了，可我没收到，{want}|{o}物流显示到了我压根没拿到，{want}|收到货一查就值{m}，你卖我{m}，{hurt}|同款{o}别处{m}，你卖{m}，坑死人|收的{o}跟你展示的不是一个，{want}|{o}有划痕说我弄的，{hurt}|{o}退给你们了钱不退，{hurt}|申诉{o}假货给我驳回了，{hurt}|仲裁给我判输了，{o}明明是假的，{hurt}|这家{o}别买，{hurt}，货不是一个|
      你那慈善没备案，捐的{m}{want}|捐款没有公示，{m}捐哪了{end}|募的{m}进你自己卡了吧，{want}|学费{m}给了，老师拉黑全班，{hurt}|推广课的是你，老师跑了你不出来说句话？{m}|陪练费{m}给了，人说生病，病一个月还在播|陪玩费给了{m}，人装病，{want}|把定金当违约金扣，{hurt}|把押金{m}当清洁费扣了，{hurt}|客服骗我说礼物能提现，{m}{want}|客服骗我说能退我才充的，{m}{want}|说随时可退，退的时候说不行，{m}|从没授权，自动扣了我{m}，{want}|没签过协议就扣{m}，{want}|打赏退款材料寄了{n}遍说没收到，{hurt}|退款材料齐了又要新的，{hurt}|退款卡在审核{n}天，{hurt}|
      我点了一下，系统送出去{n}个{g}，{want}|系统抽风连送{n}个{g}，我就点一下|只点一下怎么出去{n}个{g}，{want}|误送的{g}{want}{end}|上次误送的{g}，{want}|以为那个按钮免费，扣了我{m}|以为点赞不花钱，一晚上{m}|我姑娘趁我上班刷了你{n}个{g}，{hurt}|我儿子趁我上夜班送你{m}，{want}|侄子才{d}年级，一晚上送出去{m}，{want}|你们让一个{d}年级的小孩送出去{m}，{hurt}|小孩压岁钱都在里头，{want}|孩子有自闭症，给你送了{m}，请跟我联系|我爸糊涂了，手机里全是给你的转账，{want}|我爸脑子不清楚，给你转了{m}，{want}|老人痴呆，给你刷了{m}，{hurt}|我妈被你哄得卖了金镯子，{want}|老婆看到流水了，{m}能退我点不|女朋友看见账单要分，{want}|房贷断供了，给你的{m}{want}|公司倒了没饭吃，送你的{m}{want}|
      让律师给你发函了，{m}你自己掂量|律师费我都掏了，{m}你等着|明天我就去你公司门口坐着，{m}|我去你公司拉横幅，{m}不给不走|再不给{m}我去你家门口直播|我手里有你收{m}的视频，{want}|聊天里你自己写的欠我{m}，{want}|大家帮顶，主播欠我{m}，{hurt}|顶一下，让大家看看他欠{m}不还|稿酬{m}，{want}|打工的钱{m}你也拖，{hurt}|给你当了{n}个月房管说有{m}工资，{hurt}|你让我拉人说一人{d}0，拉了{n}个没给|推广费{m}没结，{want}|赌约输的{m}真钱，转我，别赖|直播竞猜赢的{m}没给兑，{want}`,
  },
};

/** The same in English. Written for this project. */
export const DISPUTE_TALES_ENGLISH: Grammar = {
  slots: {
    end: '||||| please|?|??| pls| lol| man| bro|...| huh|!| smh',
    a: '30|50|80|200|900|1200|$30|$80|$250|80 bucks|200 dollars|my 80|all my 300|over 900|like 400',
    n: '2|3|4|5|6|two|three|a few',
    w: 'days|weeks|months',
    o: 'shirt|hoodie|mug|poster|keyboard|plush|mousepad|order|package|prize|item|cap|signed card',
    g: 'gems|coins|bits|diamonds|points|sub|gift subs|stars|roses|pass|badge|tokens|skins',
    kid: 'my son|my autistic son|my daughter|my kid|my little cousin|my grandpa|my mother|my nephew|my disabled brother|my teenager|my students',
    ask: 'i want them back|i want it back|can somebody look at this|please get in touch with me|please contact me|can someone check|can you look into it|who can fix this|restore it or refund it|pay up|i need some of it back|how do i get it reversed|this needs fixing|make it right|send it or refund it|what now',
    pol: 'im going to the police|ill post the dms|my card company gets it|im making a post|ill tell everyone|im opening a case|my dad is a lawyer|im reporting it as fraud|ill see you in court|twitch gets a ticket',
  },
  templates: `you took {a} for the lesson and havent answered in {n} {w}|you took {a} for the art and never drew it|you took {a} from me and changed your name|he took {a} for a boost and changed his name|gave him {a} for a boost, gone|gave you {a} for coaching, gone|paid {a} to a guy you vouched for, gone|the {g} i bought vanished{end}|the {g} i bought vanished after the update, {ask}|my {g} vanished, {ask}{end}|my {g} got deleted after i paid, {ask}|it billed my card 3x, {ask}{end}|it billed me {n} times, {ask}|it billed {a} instead of 5{end}|my statement shows {a} from your channel, {ask}|found {a} on my statement, what is it|so im never getting the {o} i paid for{end}|so i just never get my {o}{end}|guess im never seeing that {o} i paid for|paid for a {o}, {n} {w} later still nada|the {o} was fake and they refuse to take it back|{o} is fake, wont take it back|{o} arrived wrong and they refuse to refund|never buying again, {o} was fake{end}|
    {kid} sent you {a}, {ask}|{kid} sent {a} to this stream, {ask}|{kid} doesnt understand money and sent {a}|{kid} thought it was play money, {a}, {ask}|you accepted {a} from {kid}, {ask}|i thought that button was free, it cost me {a}|i thought it was a like, it took {a}|that button took {a}, i thought it was free|didnt know it was real money, {a} gone{end}|no warning that it costs {a}{end} {ask}|my wife found the charges, {ask}|my husband found out about the {a}, {ask}|my mom saw the bill, {ask}|my bank froze my card because of your {a} charge|if the {a} isnt back by friday {pol}|if i dont get my {a} {pol}|give me the {a} or {pol}|refund or {pol}|{pol} about the {a}|you promised top donor a call, i was top donor, blocked|i was top donor and got blocked, {ask}|was top donor, prize never came{end}|top donor prize was a lie, {a} gone|he said match my {a}, he never did|said donations go to charity, show the receipt|where did the charity {a} go{end}|you kept the charity money{end}|u owe me {a}{end}|u owe me {a} from the bet, {pol}|we had a deal for {a}, {ask}|half up front half after, wheres the other {a}|never paid me for the clips, {a}|mods were promised {a}, never paid|you still havent paid the winners{end}|won {a} in the bracket, never paid{end}`,
};

/** Stories with the same words that end well or are about others. Written for this project. */
export const TALE_TALK: Grammar = {
  slots: {
    ...COMMON,
    who: '我妈|我爸|室友|同事|邻居|我侄子|我姑娘|隔壁主播|老板|朋友|表弟|那个主播|我老师|我奶奶|女朋友',
    out: '请走|轰走|撵出来|赶出来|叉出去|静音|关麦|罚站|收拾|安排|制裁|锁|关',
    u: '天|小时|分钟|个月|礼拜',
    f: '||||哈哈|哈哈哈|笑死|了|吧|啊|！|~|草|233|捏|，绝了',
    a: '30|80|200|$50|80 bucks|a lot',
    t: '||||| lol| haha|!| man| ngl| xd',
  },
  templates: `{who}给我结了{m}{f}|{who}还了我{m}{f}|{who}答应给我{m}{f}|{who}充{m}话费充错了{f}|{who}误充话费，营业厅退了|{who}误转{m}，对方退了|{who}上夜班去了{f}|{who}上{d}年级{f}|{who}脑梗恢复了{f}|{who}手机里全是照片{f}|{who}把{o}弄丢了{f}|{who}买{o}花{m}{f}|{who}的{o}是假货{f}|{who}收到假{o}退了{f}|{who}学配音{f}|{who}学费{m}{f}|{who}的稿费{m}{f}|{who}压岁钱{m}{f}|{who}卖金镯子{f}|{who}请律师{f}|{who}开公司{f}|{who}欠房贷{f}|{o}等了{n}天终于到了{f}|{o}终于到了{f}|{o}到手就值{m}{f}|{o}{m}买的，值{f}|同款{o}{m}{f}|{o}抽到了{f}|抽{n}台{o}的那个博主|抽{o}我来了{f}|抽{o}求中{f}|充{m}送{m}划算{f}|充{m}到{m}，有活动{f}|{g}升级了{f}|{g}一夜升了{n}级{f}|{g}有什么特权{f}|{g}多少级了{f}|{g}清零是月初吗{f}|{g}清零重新冲榜{f}|{g}特效好看{f}|{g}送了{n}个{f}|{g}系统发的{f}|全屏{g}{f}|PK对面是一家公司的{f}|PK赢了{f}|PK上{m}票{f}|打赌输了{m}{f}|竞猜赢了{m}{f}|慈善晚会{f}|捐了{m}{f}|捐款已收到证书{f}|材料交齐了{f}|材料审核过了{f}|审核过了{f}|授权书签了{f}|自动收货了{f}|七天自动确认{f}|公司门口堵车{f}|去公司坐班{f}|大家帮顶{f}|顶一下{f}|推广一下{f}|拉人进群{f}|认干妹妹{f}|叫哥{f}|装聋作哑{f}|脸都不要了{f}|合适吗{f}|像话吗{f}|好意思吗{f}|
    刚刚谁把{who}{out}了{f}|{who}被{out}了{f}|{who}被{out}{n}{u}{f}|把{who}{out}{f}|我被{who}{out}了{f}|被{who}{out}{n}{u}{f}|老师把我{out}了{f}|保安把我{out}{f}|不让我说话的是{who}{f}|{who}不让我讲话{f}|{who}叫我闭嘴{f}|{who}让我打字{f}|我改还不行吗{f}|我就吃个瓜{f}|我就看个热闹{f}|我就路过{f}|我那条是“晚安”{f}|说“下次一定”{f}|夸隔壁一句{f}|手机中毒{f}|差一个字母{f}|头像撞了{f}|我是透明的吗{f}|没人理我{f}|求放行（收费站{f}|求捞（沉船{f}|转人工{f}|请转人工（银行{f}|发言频繁{f}|手速太快{f}|{n}{u}静默{f}|静默模式{f}|还剩{n}{u}{f}|还剩几{u}下播{f}|名单有我{f}|名单里没我{f}|生了生了{f}|考上了{f}|今天结婚{f}|满月酒{f}|除夕快乐{f}|朋友的号在看{f}|借朋友号玩{f}|换了{n}个号抽卡{f}|
    the lesson was great{t}|that lesson was worth {a}{t}|my card declined at the store{t}|my card expired{t}|the {o} came today{t}|my {o} arrived{t}|love the {o}{t}|bought a {o}{t}|they restored my {o}{t}|devs restored my items{t}|top donor gets a drawing{t}|who is top donor{t}|top donor goes hard{t}|he lost the bet, pay up{t}|pay up chat{t}|lost {a} on a bet{t}|won {a} in a bracket{t}|free like button{t}|press the button{t}|charity stream raised {a}{t}|my wife loves this stream{t}|my bank is closed{t}|i thought it was free{t} the game|send it{t}|chat jail is funny{t}|horny jail{t}|jail arc{t}|shadow realm{t}|gulag was hard{t}|put him in jail{t}|he is in timeout{t}|the naughty list{t}|free him{t}|let him cook{t}|let me out of this level{t}|locked out of my house{t}|thrown out of class{t}|kicked out of the bar{t}|i cant talk im at work{t}|cant talk right now{t}|is that a bug{t}|bug or feature{t}|backup acct for pvp{t}|my main is max level{t}|automod is strict{t}|skill issue{t}|misread that lol{t}|i misread the title{t}|spanish stream{t}|one more chance boss{t}|forgive me father{t}|help me out with the puzzle{t}`,
};
