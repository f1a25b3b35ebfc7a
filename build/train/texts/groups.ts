import type { Grammar } from './grammar.ts';

const COMMON = {
  group:
    '黑人|白人|亚裔|女性|女生|女司机|女人|男性|男生|男人|同性恋|河南人|东北人|上海人|北京人|广东人|新疆人|农村人|外地人|本地人|外国人|日本人|韩国人|印度人|非洲人|少数民族|残疾人|老年人|老人|年轻人|穷人|富二代|胖子|程序员|学生|家庭主妇|单亲妈妈|留守儿童|回族|藏族|维吾尔族|安徽人|四川人|湖北人|武汉人|台湾人|香港人|山东人|农民工|女博士|剩女|大龄单身|独生子女|跨性别者|艾滋病人|穆斯林|犹太人|黑皮肤的姑娘|白领|快递员|保安|保洁阿姨|打工人|胖女孩|二胎妈妈|全职爸爸|混血儿|华裔|乡下人|小镇青年|南方人|北方人|宅男|女主播',
  place:
    '美国|英国|法国|非洲|日本|韩国|印度|国内|北京|上海|广东|河南|东北|新疆|香港|台湾|职场|学校|网上|公司|农村|大城市|贴吧|微博|知乎|评论区|弹幕里|新闻里|电影里',
  stain:
    '懒|脏|穷|笨|没素质|小气|势利|暴力|爱偷东西|爱打架|好吃懒做|不讲卫生|没文化|拜金|矫情|开不好车|学不好理科|心理变态|野蛮|虚伪|骗子|小偷|强盗|罪犯|恐怖分子|寄生虫|娘炮|丑|恶心|低人一等|智商低|素质低|爱占便宜|精明|排外|傻',
  slur: '黑鬼|娘炮|女拳|小三|乡巴佬|棒子|鬼子|阿三|死胖子|肥宅|绿茶|圣母|拳师|普信男|国男|剩女|瘸子|瞎子|土包子|洋垃圾|蝗虫|台巴子',
  end: '|||。|！|，真的|吧|，谢谢|，不是吗|，这不公平|，想想就难受|，何必呢|，没意思|，我很难过|，可笑|？',
} as const;

/** Speech against prejudice as it is really said: angry, quoting it, asking back, telling of oneself. Written for this project. */
export const COUNTER: Grammar = {
  slots: {
    ...COMMON,
    say: '“{group}都{stain}”|“{group}就是{stain}”|“{group}{stain}”这种话|一句“{group}{stain}”|“{slur}”这个词|骂人“{slur}”|“{slur}”|“你们{group}真{stain}”|动不动就{slur}|{group}{stain}的段子|{group}的笑话|{group}等于{stain}的说法',
    no: '真的该停了|我听了很不舒服|到底是谁教的|就是偏见|本身就是歧视|一点都不好笑|伤害了多少人|我最讨厌|请收回|早就过时了|没有任何根据|是刻板印象|让人心寒|我不同意|早该反思了|换个说法不行吗|听着就刺耳|哪来的依据|连小学生都不信|看着像夸其实是偏见',
    biased:
      '地域黑|种族歧视|性别歧视|歧视{group}|看不起{group}|嘲笑{group}|骂{group}|黑{group}|给{group}贴标签|瞧不起{group}|排挤{group}|污名化{group}|拿{group}开玩笑|一竿子打死所有{group}|用“{slur}”骂人',
    he: '的人|的那些人|的人自己|的评论|的键盘侠|的家伙',
    shame:
      '我见一次举报一次|才是真的没素质|自己又好到哪去|先照照镜子|往上数三代不也一样吗|良心不会痛吗|真可悲|才丢人|请你闭嘴吧|有什么优越感|到底怎么想的|请拉黑我|哪来的脸|不配讨论这个|迟早会遭报应|心里得多阴暗',
    did: '偷东西|骗钱|插队|打人|酒驾|犯罪|吵架|出事',
    kind: '请我吃过饭|帮过我大忙|给我带过特产|对我特别好|工作特别拼|人特别热情|话不多但很善良|成绩一直第一|见义勇为上了新闻|每天加班到十点|供弟弟读完了大学',
  },
  templates: `{say}，{no}{end}|{say}{no}{end}|听到{say}心里很难受|听到{say}我就来气|看到评论区{say}，{no}|老师说过{say}，后来我{kind}|说{say}的人，{shame}|{biased}{he}{shame}{end}|{biased}{he}，{shame}|又是{biased}，{shame}|能不能别再{biased}了{end}|别再{biased}了，{no}|求求你们不要{biased}了|凭什么{biased}{end}|凭什么说{group}{stain}{end}|凭什么一出事就怪{group}|谁说{group}就{stain}了{end}|难道{group}就{stain}吗{end}|难道{group}就该被歧视{end}|难道因为是{group}就要忍着{end}|{group}招你惹你了{end}|{group}怎么了，{group}吃你家大米了|{group}又怎样，{group}也是人|一个人{did}就说全体{group}{stain}，什么逻辑|一个{group}{did}，你说所有{group}{stain}，{shame}|{did}的是他个人，跟{group}有什么关系|{did}跟是不是{group}没关系|不是{group}{stain}，是你有偏见|不是所有{group}都{stain}{end}|哪里都有{stain}的人，不只是{group}|我就是{group}，我不{stain}，谢谢|作为{group}，我一点也不{stain}|我是{group}，从小听着{say}长大，{no}|我妈是{group}，她{kind}|我同事是{group}，{kind}，谁再说{group}{stain}我跟谁急|认识的{group}都{kind}|有个{group}朋友{kind}，网上那些说法太片面了|你骂{group}“{slur}”的时候想过你自己在国外也被这样叫吗|别人叫你“{slur}”你什么感受|把{group}叫“{slur}”是侮辱{end}|用“{slur}”形容{group}很没有礼貌|为什么{group}被问这种问题，别人从来不被问|为什么{group}一{did}就上新闻|{place}{group}被打，很多人站出来声援|{place}{group}被区别对待，{no}|{place}招聘不要{group}，这已经违法了|{place}对{group}的偏见，{no}|{place}总有人{biased}，{shame}|{group}被欺负了还要被说{stain}，这是二次伤害|受害的{group}没有错，错的是施暴的人|{group}不需要同情，需要的是尊重|{group}穿什么是自己的自由，错的是骚扰的人|性别对立的帖子少看点吧|地域黑的帖子我都点了举报|我反感一切拿{group}开的玩笑|打着幽默旗号的{biased}一样是歧视|歧视链上谁都觉得自己比别人高贵，可笑|说到底都是{biased}在作怪|警方说{did}的当事人不是{group}|数据表明{group}{did}的比例并不高|别总盯着{group}，{did}的哪里人都有`,
};

/** Attacks on groups as they are really said. Written for this project. */
export const PREJUDICE: Grammar = {
  slots: {
    ...COMMON,
    all: '都|全都|全是|就是|没一个不|天生就|一个个都|个个都|从来都|本来就',
    go: '滚出去|滚回去|滚出北京|滚回老家|别来城里|都该死|就该关起来|就不配活着|就该绝种|去死吧|赶紧消失|别出来吓人|别出来给社会添麻烦|就该在家待着|就不该上路|就该吊销驾照|活该被打|活该穷一辈子|活该没人要|离我远点|看着就想吐',
    job: '开车|上班|读书|结婚|生孩子|当官|当老师|进城|工作|带孩子|打游戏',
  },
  templates: `{group}{all}{stain}{end}|{group}没一个好东西{end}|{group}没一个好人，{all}{stain}|{group}{go}{end}|{slur}{go}{end}|{slur}都{stain}，{go}|{group}就会{stain}|{group}除了{stain}还会什么|{group}又{stain}又{stain}{end}|这些{group}看着就恶心|{group}真{stain}，一辈子改不了|{group}也配{job}|{group}还想{job}，做梦|{group}{job}就是祸害|给{group}机会也没用，{all}{stain}|遇到{group}绕着走，{all}{stain}|{group}基因就有问题，{stain}|{group}骨子里就{stain}|一看就是{group}，{stain}得要死|{group}是社会的寄生虫|{group}就是{stain}的代名词|难怪{group}没人要，{stain}|{group}不就是{slur}吗|你们{group}{all}{stain}，{go}|跟{group}{job}倒八辈子霉|娶{group}等于找死|宁可单身也不找{group}，{stain}|{group}生的孩子也{stain}|{slur}一个个{stain}得不行|又是{slur}，{go}|怪不得叫{slur}，{stain}`,
};
