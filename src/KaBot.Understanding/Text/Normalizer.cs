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
        "順顺領领頻频額额顧顾風风飛飞餘余館馆駐驻驗验體体點点黨党齊齐兩两東东車车馬马區区醫医學学國国華华歷历爾尔備备傳传傾倾價价優优儘尽兒儿";

    private static readonly char[] Map = Build();

    public static void Into(ReadOnlySpan<char> text, Span<char> result)
    {
        for (var i = 0; i < text.Length; i++) result[i] = Map[text[i]];
    }

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

    private static bool IsSpace(char c) => c is '\u00A0' or '\u3000' or '\u2009' or '\u202F' or '\t' or '\u200B' or '\uFEFF';
}
