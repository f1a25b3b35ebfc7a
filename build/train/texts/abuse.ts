import type { Grammar } from './grammar.ts';

/** Short insults and threats as chat throws them, in Chinese and English. Written for this project. */
export const ABUSE: Grammar = {
  slots: {
    you: '你|你个|你这个|你这|你们|你们这群|尼|您|你真是|你就是|你他妈|你妈的|主播|主播你|楼上|房管|这主播|这女的|这男的|这货|这逼|前面的|某些人|你丫|up|弹幕里那个|那个谁|粉丝都是|你粉丝|对面',
    adv: '真|真的|真他妈|真tm|太|太他妈|是真的|简直|就是个|纯纯的|纯|活脱脱一个|妥妥的|也就是个|不过是个|永远是|天生|',
    noun: '傻逼|煞笔|傻b|沙比|撒币|sb|脑残|智障|弱智|废物|垃圾|贱人|贱货|婊子|狗东西|狗玩意|杂种|畜生|出生|人渣|败类|丑八怪|死肥猪|猪|狗|蠢货|蠢猪|白痴|神经病|疯狗|舔狗|小丑|跳梁小丑|骗子|孤儿|没妈的东西|王八蛋|龟儿子|憨批|瓜批|怂逼|怂货|窝囊废|软蛋|臭虫|蛆|母狗|公交车|绿茶婊|心机婊|破鞋|烂货|渣男|渣女|奸商|黑心狗|二百五|脑瘫|傻狗|土狗|野狗|哈巴狗|走狗|汉奸|卖国贼|老太婆|老东西|老不死|死胖子|死宅|娘炮|死变态|低能儿|没教养的东西|没素质的东西|下头男|下头女|普信男|普信女|乞丐|要饭的|键盘侠|喷子|孝子',
    adj: '恶心|恶臭|丑|贱|蠢|傻|脏|臭|假|装|做作|虚伪|不要脸|没素质|没教养|没脑子|low|垃圾|菜|难听|难看|欠揍|欠骂|欠抽|下头|无耻|下贱|龌龊|恶毒',
    go: '滚|滚蛋|滚出去|滚出直播间|滚回家|滚远点|爬|给爷爬|给老子滚|去死|去死吧|去死好吗|死远点|赶紧死|快去死|早点死|怎么不去死|怎么还不死|退网吧|别播了|下播吧|闭嘴|闭上狗嘴|闭嘴吧|吃屎|吃屎去|吃翔去|自杀吧|跳楼吧|投胎去吧|回炉重造吧|买棺材吧',
    mom: '你妈死了|你妈没了|你妈炸了|你妈什么时候死|你马死了|你全家死光|你全家死绝了|死全家|全家死光|没妈|死妈|你没妈|你妈卖批|草你妈|操你妈|艹你妈|日你妈|干你娘|去你妈的|去你大爷|滚你妈的|你妈逼|尼玛逼|尼玛死了|nmsl|cnm|nmb|mlgb|你爹死了|你户口本就一页|你祖坟冒烟了|生孩子没屁眼|我是你爹|叫爸爸|我是你爸爸|你妈在我床上|问候你全家|你妈叫你回家吃屎',
    act: '打死你|弄死你|砍死你|锤死你|干死你|抽死你|扇你|揍你|杀你全家|人肉你|开盒你|举报你全家|让你死|整死你|撕烂你的嘴|阉了你',
    end: '|吧|啊|呢|了|呀|哈|哈哈|！|！！！|。|，恶心|，滚|，去死|，丢人|，什么玩意|草|艹|真的|懂不懂|知道吗|行吗|呸',
    curse:
      '他妈的|妈的|tmd|md|特么的|尼玛|卧槽|我草|艹|操|靠|草泥马|麻痹|妈个逼|日|我日|真尼玛|什么鸡巴|什么几把|什么狗屁|什么狗屎|狗屁|屁',
    what: '玩意|东西|主播|直播|水平|操作|态度|人|节目|游戏水平|脸|声音|素质|智商|破事|破店|服务',
    self: '老子|劳资|老娘|爷|爸爸|你爹',
    part: '脑子|脑袋|眼睛|嘴|脸|良心|智商|素质',
  },
  templates: `
    {you}{adv}{noun}{end}|{you}{noun}{end}|{noun}{end}|{noun}{go}|{you}{go}{end}|{go}{end}|{mom}{end}|{you}{mom}|{mom}，{noun}|{self}{act}|{act}{end}
    |{you}{adv}{adj}{end}|{you}{adj}死了|{adj}的{noun}|{curse}{noun}|{curse}什么{what}|{what}{adj}得{curse}|{you}有病吧|{you}有病啊|{you}是不是有病|有病去治|{you}{part}呢|{you}{part}有问题|{you}{part}被狗吃了|{you}{part}进水了|没{part}就别播了
    |{you}也配|{you}配吗|{you}算老几|{you}算什么东西|什么{what}，{curse}|{curse}，{what}真{adj}|就这{what}也配叫主播|就{you}这{what}|看见{you}就{adj}|看到{you}就想吐|{you}长得真{adj}|{you}长这样也敢露脸|{you}唱得真{adj}，{go}|关你屁事{end}|关我屁事|{you}别逼逼|别bb{end}|瞎逼逼什么|逼逼赖赖的|{self}不伺候了，{go}|{self}骂的就是{you}|骂的就是{you}{noun}|{you}全家都是{noun}|一群{noun}|一帮{noun}|都是{noun}|全是{noun}|粉丝都是{noun}|{noun}粉丝{go}
    |{you}怎么还有脸播|{you}还要不要脸|不要脸的{noun}|{you}脸真大|{you}脸皮真厚|{you}装什么装|装你妈呢|{you}装尼玛呢|笑你妈呢|{you}妈没教{you}做人吗|{you}爹妈怎么教的|有娘生没娘养|{you}是吃屎长大的吧|{you}是屎吃多了吧|{you}嘴真臭|{you}嘴这么臭吃屎了|满嘴喷粪|狗嘴里吐不出象牙|狗叫什么|{you}叫什么叫|狂吠什么|{you}咋不上天|{you}咋不去死|{you}怎么不去死一死|建议{you}去死|祝{you}早死|祝{you}全家暴毙|{you}迟早遭报应|{you}不得好死|{you}死了算了|{you}活着浪费空气|{you}这种人就该死|这种人怎么不去死|这种{noun}就该封杀|{you}就是欠{act}|见一次打一次|别让我见到{you}|{you}等着|我{act}信不信|{you}敢出来吗{noun}
  `,
};

/** The same in English. */
export const ABUSE_ENGLISH: Grammar = {
  slots: {
    you: 'you|u|ur|you are|youre|this streamer is|streamer is|he is|she is|mods are|chat is|bro you are|lol you are|you are such|imagine being',
    adj: 'fucking|stupid|dumb|ugly|fat|pathetic|disgusting|worthless|braindead|retarded|clueless|trash|garbage|dogshit|useless|',
    noun: 'idiot|moron|retard|loser|bitch|cunt|whore|slut|faggot|clown|piece of shit|piece of trash|pig|rat|freak|creep|virgin|simp|scumbag|asshole|dumbass|dipshit|waste of air|joke',
    go: 'kill yourself|kys|go die|just die|fuck off|get lost|shut up|shut the fuck up|stop streaming|uninstall|delete your channel|drink bleach|gtfo|nobody likes you|nobody asked|quit already|go cry|eat shit|get cancer|neck yourself',
  },
  templates: `{you} a {adj} {noun}|{you} {adj} {noun}|{adj} {noun}|{go} {noun}|{go} you {adj} {noun}|{go}|fuck you {noun}|fuck you|fuck this {noun}|{you} so {adj}|{you} {adj}|what a {adj} {noun}|shut up {noun}|nobody wants to watch this {noun}|i hope you die {noun}|your mom is a {noun}|{noun} streamer|{adj} {noun} {go}|worst streamer ever {go}|you should {go}|please {go}|{you} trash {go}`,
};
