import type { Grammar } from './grammar.ts';

const COMMON = {
  n: '1|2|3|5|7|10|12|15|24|30|两|三|四|五|七|十|半',
  u: '天|小时|分钟|个月|个钟|礼拜|年',
  end: '||||？|？？|啊|呢|吧|呀|嘛|哩|捏|。|...|！|谢谢|求回|呜呜|唉|😭|拜托|咧',
  i: '我|俺|咱|本人|我这号|老夫|在下|小弟|人家|我一个路人|我一个老粉|新人',
  out: `请走|送走|弄走|轰走|撵出来|赶出来|抬出去|叉出去|扔出来|请出门|清出去|扫地出门|挂出去|抱走|静音|消音|关麦|冻结|关起来|锁起来|拉进小黑屋|送进小黑屋|罚站|收拾|制裁|安排|办|处置|罚`,
  hush: `不让{i}讲话|不给{i}说话|不让{i}开口|不许{i}吭声|不让{i}打字|不准{i}发言|不让{i}吱声|不给发|让{i}闭嘴|叫{i}闭麦|捂着{i}的嘴|把{i}嘴封上|给{i}静默{n}{u}|给{i}静音{n}{u}|给{i}冷静{n}{u}|给{i}停{n}{u}|罚{i}{n}{u}|判{i}{n}{u}|关{i}{n}{u}|锁{i}{n}{u}`,
  did: `俺又没骂谁|我就看个热闹|我就路过|我就吃瓜|我就围观|我啥坏事没干|我就说了两个字|我那条就是“晚安”|我那条写的是“加油”|我打的是“哈哈”|我说的“猪”是佩奇|我说的“鸡”是吃鸡|我说的“死”是笑死|我说的“滚”是滚键盘|我说的是真的猫|我说的是我自己菜|我说的是上一把|说“下次一定”而已|说“我不信”而已|夸隔壁一句而已|提了一嘴别家|问了句价格|手机中毒自动发的|号让人登了|复制粘贴带出来的|被人钓鱼了|替人挡枪|好心提醒大家|就差一个字母|头像撞了|网名撞了|同一个网吧而已|同一个IP而已|全家共用一个号|我妈以为是微信发的语音|娃拿着玩`,
  beg: `求放|求捞|求出|求放行|求开门|求宽大|求轻判|恳请复核|恳请撤销|请予恢复|望核实|求还我话筒|给我开开|给我松绑|给开个门|让我进去|让我说完这句|先解了我|先放我再罚也行|留条门缝|帮我说句好话|帮忙说一声|捞捞我|能不能算了|能不能翻篇|能不能换个罚法|别永久行吗|别一棍子打死|给条回来的路`,
} as const;

/** Appeals told as a story, formally, in dialect or around the word. Written for this project. */
export const APPEAL_TALES: Readonly<Record<string, Grammar>> = {
  thrown: {
    slots: COMMON,
    templates: `刚刚谁把{i}{out}的{end}|谁给{i}{out}了{end}|谁把{i}{out}了，{did}|刚才哪个把{i}{out}{end}|咋把{i}{out}了{end}，{did}|怎么还把人{out}了{end}{did}|干嘛{out}{i}{end}|干啥要{out}{i}{end}，{did}|{did}，怎么就把{i}{out}了{end}|{did}就被{out}{end}|{i}怎么就被{out}了{end}|{i}被{out}了，{did}|{i}被{out}了，{beg}{end}|{did}，{beg}{end}|{beg}{end}，{did}|{beg}，{i}被{out}{n}{u}了|被{out}{n}{u}了，{beg}{end}|咋还{hush}{end}|咋{hush}呢{end}|为啥{hush}{end}|凭什么{hush}{end}|{hush}，{did}{end}|{did}，{hush}{end}|就这还{hush}{end}，{did}|{hush}是几个意思{end}|{hush}，有这规定吗{end}|{hush}，{beg}|
      {did}也犯法{end}{hush}|{did}也有罪{end}|{did}，这也要{out}{end}|{did}，判这么重{end}|不会说话就{hush}{end}，我改|说错话就{hush}{end}|提意见就{hush}{end}|夸别家就{hush}{end}|让{i}发言又嫌{i}发得多，给{i}{out}了|说{i}发言频繁，{hush}|说{i}太吵，{out}{n}{u}|说{i}跑题，{out}了|说{i}影响别人，{did}|{i}举报别人反倒{i}被{out}{end}|{i}被骂了还被{out}，什么道理|挨骂的是{i}，被{out}的也是{i}|替主播说话反被{out}{end}|护着主播还被{out}{end}|帮着骂喷子反被{out}，冤|那个喷子没事{i}被{out}了|{i}跟那人就差一个字母，{out}错了吧|是不是按错了，{did}|是不是手抖{out}错人了{end}|误会大了，{did}，{beg}`,
  },
  formal: {
    slots: COMMON,
    templates: `您好，{i}于昨晚被{out}，{did}，{beg}|管理您好，{i}于{n}{u}前被{out}，{beg}|尊敬的房管，{did}，{beg}|房管您好，{did}，{beg}{end}|您好，{i}的发言资格被取消了，{beg}|您好，{hush}已经{n}{u}，{beg}|打扰了，想问下{i}为什么被{out}|麻烦问一下{i}被{out}的原因|想了解{i}被{out}的依据{end}|烦请查询{i}被{out}的原因|申请复议，{did}|申请撤销对{i}的处罚，{did}|本人保证遵守规则，{beg}|本人已认识到错误，{beg}|对昨天的话表示歉意，{beg}|昨天话说重了，跟大家道歉，{beg}|昨天情绪不好，言语冲了，{beg}|昨天跟{i}吵的那位也道歉了，{beg}|和对方和解了，{beg}|我已经私下道过歉了，{beg}|请转人工，{did}|机器人你好，转人工，{did}|人工在不在，{i}没发违禁的，{beg}|
      请问从你们的名单里出来要什么条件{end}|怎么才能从名单里出来，{n}{u}了|怎样能从黑屋出来{end}|名单能不能把{i}划掉，{n}{u}了|还剩多少{u}能告诉{i}吗，{hush}的|{hush}就{hush}吧，告诉{i}还剩几{u}|罚就罚，说个日子{end}{i}好等|给个准信，哪天放{i}{end}|放{i}的日子定了吗{end}|{i}在你们这还被关着呢，主播帮忙说一声|主播帮忙说一声，{i}被{out}着|主播能递个话吗，{i}被{out}了|{i}换了{n}个号都被{out}，到底怎么得罪了|来一个号{out}一个，至于吗{end}|每个号都进不来，{i}做什么了|进都进不来了，借朋友号说，{did}|朋友的号在看，{i}的进不来，求看看|在媳妇手机上说一句，{i}的号被{out}了|在别人直播间喊话，{i}在你这被{out}了|
      牌子二十多级被{out}，谁干的{end}|粉丝团把{i}移了，{n}级牌子呢，谁动的|粉丝团里找不到自己了，被{out}了？|群和直播间同时没{i}了，谁{out}的|{i}是透明的吗，打字没人看得见|{i}打的字是不是隐形了{end}|大家能看见{i}吗，他们都当{i}不存在|说了十几句没人理，{i}是不是被{out}了|{i}说的都石沉大海，是不是给{i}{out}了|老婆要生了想在这报喜，{beg}{end}|我考上了想跟大家说一声，{beg}|今天结婚想听主播祝福，{beg}|要当兵去了，走前想说句再见，{beg}|要做手术了，想说句话，{beg}|失恋了想来唠两句，{hush}{end}|除夕夜就想拜个年，{hush}{end}|想跟主播说生日快乐，{beg}{end}|娃满月想发个喜，{beg}|我弟拿我号乱说的，他知道错了，{beg}|我妹瞎打的，{beg}{end}|家里小的不懂事乱发，{beg}|室友整我发的，{beg}{end}|我喝大了说胡话，{beg}{end}|我手机让人植木马了，{beg}`,
  },
};

/** The same in English. Written for this project. */
export const APPEAL_TALES_ENGLISH: Grammar = {
  slots: {
    end: '||||| please|?|??| pls| lol| man| bro|...| :(| ty|!| smh',
    n: '2|3|5|7|10|12|24|a|two|three',
    u: 'min|minutes|hours|days|weeks|months',
    jail: 'chat jail|horny jail|the shadow realm|the penalty box|the corner|gulag|time out|the blacklist|silence|the doghouse|read only mode|the naughty list',
    why: `for a meme|over a typo|over nothing|for spanish words|for being honest|for saying night|for saying skill issue|for one word|for quoting him|for an emoji|because the bot misread it|for defending you|over a misunderstanding|for something i didnt type|for asking why|for a song lyric`,
    not: `my little bro typed that|that wasnt me typing|my roommate did it|someone was on my account|the mod misread it|automod misread it|the bot misread me|i said night with no r|i spelled it wrong|its a word in my language|its my name|its a city|its the song title|it was sarcasm|i was agreeing with him|i was defending you|i was quoting chat`,
    out: 'removed|booted|tossed|thrown out|kicked out|locked out|shut out|silenced|jailed|put in timeout|blacklisted|cut off|shut up|hidden',
    beg: 'can u check|can you look at it|can i get my chat back|can i get my chat privileges back|pls forgive|forgive me|let me out|free me|set me free|can i be free now|one more chance|im begging|help me out|can someone fix it|who do i talk to|who do i dm about it',
  },
  templates: `why am i in {jail}{end}|how long am i in {jail}{end}|get me out of {jail}{end}|put in {jail} {why}{end}|im in {jail} {why}{end}|stuck in {jail} {why}, {beg}|free me from {jail}{end}|day {n} of {jail}, {beg}|{n} {u} in {jail} {why}|{n} {u} of {jail} {why}, be serious|i got {out} {why}{end}|got {out} {why}, {beg}{end}|you guys {out} me {why}{end}|someone {out} me {why}{end}|who {out} me{end}|why was i {out}{end}|why did i get {out}{end}|why am i {out}{end}|i was {out} and {not}|{not}, why was i {out}{end}|{not}, {beg}{end}|{not} and i got {out}|hello i think i was {out} by mistake, {beg}|hello i got hit by automod {why}, {beg}|hi i got hit by the bot {why}, {beg}|i cant talk in here since yesterday{end} was i {out}|cant talk here since {n} {u}, bug or ban{end}|is it a bug or am i {out}{end}|is this a bug or did you {out} me|it wont let me send anything, am i {out}{end}|everything i send disappears, am i {out}{end}|nobody answers me, am i {out}{end}|
    can anyone see this or am i {out}{end}|testing if im still {out}|am i free yet{end} i was {out}|still {out} after {n} {u}{end}|is my {n} {u} over yet{end} cant chat|you {out} my main for defending you|they {out} my main, this is my backup acct|this is my backup, main got {out} {why}|on my brothers phone cause i got {out}{end}|you {out} me from the sub discord but i still pay|{out} from the discord, still paying{end}|still pay for a sub but {out}, make it make sense|{out} for nothing and nobody replies{end}|the mod who {out} me wont answer|tell your mod {not}|ask your mod why i was {out}|streamer can you tell mods {not}|who do i dm to get my ban looked at|how do i get a human to look at my ban|my ban was a misunderstanding, {beg}|it was all a misunderstanding, {beg} im banned|i served my {n} {u}, {beg}|i paid my dues, {beg}{end} im still {out}|i said sorry to the guy, {beg} im {out}|we made up, {beg} im still {out}|i was having a bad day, sorry, {beg}|i was rude and i regret it, {beg}{end}|i wont argue with mods again, {beg}{end}|i promise to behave, {beg}{end}|please dont make it permanent{end} {not}|shorten it{end} {n} {u} is too much|{n} {u} mute {why}, thats wild|{n} {u} {why}? really|imagine being {out} {why}{end}|lol {out} {why}{end}|wow ok {out} {why}`,
};
