namespace KaBot.Understanding.Text;

/// <summary>
/// One spelling for what is written in many: full-width as half-width, lower case, typographic quotes as plain ones, traditional
/// characters as simplified. Every character becomes exactly one character, so an offset in the result is the offset in the
/// message, and evidence can be cut from the message as it was written.
/// </summary>
internal static class Normalizer
{
    // Traditional and simplified, side by side: those that turn up in talk of sales.
    private const string Pairs =
        "萬万億亿個个們们開开關关對对這这來来時时間间後后訂订單单簽签約约發发給给預预標标價价錢钱還还沒没應应該该會会說说話话談谈請请認认識识" +
        "證证書书電电郵邮資资產产經经濟济與与從从進进過过運运達达遞递選选項项題题類类須须願愿處处長长門门問问題题聯联絡络繫系總总統统組组" +
        "結结終终給给縣县營营業业務务員员動动勝胜協协競竞爭争贏赢輸输響响實实際际審审寫写尋寻導导將将專专層层歲岁師师幾几廠厂廣广" +
        "張张強强當当彙汇態态憂忧慮虑戰战戶户擔担據据擇择擬拟斷断時时暫暂會会條条極极樓楼機机檔档欄栏歡欢歸归殺杀決决況况沖冲測测準准" +
        "滿满漲涨無无熱热獨独獲获現现環环畫画異异當当盡尽監监碼码確确禮礼積积穩稳節节範范簡简籌筹紅红紙纸細细級级線线練练羅罗義义習习" +
        "職职聽听聞闻臨临舉举號号裝装補补複复覺觉計计討讨訊讯記记許许設设訪访評评試试詢询誰谁調调諮咨護护譽誉讓让負负貨货質质購购貼贴" +
        "費费貿贸賣卖賬账賽赛贊赞軟软較较載载輪轮輕轻辦办農农連连週周遲迟遠远適适銀银鋪铺錄录鏈链鐘钟閱阅陸陆階阶隊队難难雲云靜静頭头頂顶" +
        "順顺領领頻频額额顧顾風风飛飞餘余館馆駐驻驗验體体點点黨党齊齐兩两東东車车馬马區区醫医學学國国華华歷历爾尔備备傳传傾倾價价優优儘尽兒儿幣币臺台廳厅賬账縮缩減减擴扩滾滚攤摊煩烦夠够樣样種种壓压稱称讚赞鬧闹牆墙廢废藥药莊庄嚴严蘇苏劉刘陳陈楊杨趙赵黃黄馮冯葉叶鄧邓蕭萧鄭郑龍龙鍾钟談谈懸悬懂懂甦苏閒闲麼么裡里裏里著着衹只麵面鬆松勁劲戶户盤盘拋抛撥拨擠挤擺摆攔拦敗败敵敌於于昇升曉晓棄弃樂乐橋桥歐欧歲岁殘残毀毁汙污涼凉湊凑潰溃澤泽濟济瀏浏灣湾為为煉炼燈灯爛烂爾尔牽牵犧牺狀状猶犹獎奖產产疊叠瘋疯皺皱盜盗睏困瞭了礙碍禍祸竊窃筆笔筍笋簿簿糧粮糾纠紮扎絕绝綠绿維维綱纲緊紧緒绪緩缓編编緣缘縱纵繞绕續续纔才罰罚羨羡聖圣聞闻聰聪腦脑腳脚膽胆臉脸興兴艙舱艱艰蓋盖蔣蒋虛虚虧亏蟲虫術术裡里製制複复褲裤襯衬視视親亲觀观解解觸触訴诉診诊詳详誇夸誌志誠诚誤误謀谋謝谢謹谨譜谱豐丰豬猪貓猫貢贡財财責责貪贪貫贯貶贬貸贷賀贺資资賊贼賓宾賞赏賠赔賢贤質质賴赖賺赚贈赠趕赶跡迹踐践躍跃軌轨軍军載载輔辅輕轻輩辈輯辑輸输轄辖轉转辭辞農农迴回遊游違违遞递遷迁邊边鄉乡鄰邻醜丑釋释針针釣钓鈔钞鉛铅鉤钩銷销鋁铝鋒锋鋼钢錄录錘锤錢钱錦锦錯错鍋锅鍵键鎖锁鎮镇鏡镜鐵铁鑑鉴鑽钻閃闪閉闭閥阀闆板闊阔陰阴陣阵陽阳際际隨随險险隱隐隻只雙双雜杂雞鸡離离電电霧雾響响頁页頂顶頗颇頓顿頸颈顆颗額额顏颜願愿顛颠類类顯显飄飘飯饭飲饮飽饱飾饰餅饼養养餓饿饒饶馬马駕驾駛驶駐驻騙骗騰腾驅驱驚惊骯肮髒脏鬥斗鬱郁魚鱼鮮鲜鳥鸟鴨鸭鹽盐麗丽麥麦點点齡龄內内";

    private static readonly char[] Map = Build();

    public static void Into(ReadOnlySpan<char> text, Span<char> result)
    {
        for (var i = 0; i < text.Length; i++) result[i] = char.IsSurrogate(text[i]) && IsTorn(text, i) ? ' ' : Map[text[i]];
    }

    // Half of a character that takes two: it says nothing.
    private static bool IsTorn(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]) : at == 0 || !char.IsHighSurrogate(text[at - 1]);

    public static string Of(string text) => string.Create(text.Length, text, static (result, from) => Into(from, result));

    private static char[] Build()
    {
        var map = new char[char.MaxValue + 1];
        for (var c = 0; c < map.Length; c++) map[c] = Plain((char)c);
        for (var i = 0; i < Pairs.Length; i += 2) map[Pairs[i]] = Pairs[i + 1];
        return map;
    }

    private static char Plain(char c) => c switch
    {
        // The full-width block mirrors ASCII; Chinese punctuation keeps its own shape, for it marks clauses.
        '，' or '。' or '！' or '？' or '；' or '：' or '（' or '）' => c,
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        '\u2018' or '\u2019' or '\u02BC' or '`' or '´' => '\'',
        '\u201C' or '\u201D' or '\u300C' or '\u300D' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' or '～' or '〜' => '-',
        '￥' => '¥',
        '〇' => '零',
        _ when IsSpace(c) => ' ',
        _ => char.ToLowerInvariant(c),
    };

    private static bool IsSpace(char c) => c is '\u00A0' or '\u3000' or '\u2009' or '\u202F' or '\t' or '\u200B' or '\uFEFF' or '\uFFFD';
}
