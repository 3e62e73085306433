using System.Text.RegularExpressions;

namespace KaBot.Funnel.Coaching.People;

/// <summary>A person as reps write them: 陈总, 老王, 廖主任, "Sarah Quill"; and the post in front or behind, 物流总监陈总, "Sarah Quill, head of aftersales".</summary>
public static partial class PersonName
{
    private const string Surnames = "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]";
    private const string Called = $"(?:{Surnames}(?:总|工|董|局|处|院|校|行|主任|经理|部长|处长|局长|科长|厂长|院长|校长|行长|书记|主席|老师|先生|女士)|[老小]{Surnames})";
    private const string Post = "(?:[\u4e00-\u9fff]{0,4}?(?:部|科|处|室|中心|总监|经理|主任|主管|副总)|财务|采购|技术|信息|生产|物流|运营|仓储|质量|行政|法务|人事|设备|工程|IT|CIO|CFO|CEO|CTO)";

    /// <summary>Some words that are a person, parted into name and post; all name where they cannot be told apart.</summary>
    public static (string Name, string? Title) Split(string words)
    {
        var match = Whole().Match(words.Trim());
        return match.Success ? (match.Groups["name"].Value.Trim(), match.Groups["post"].Value.Trim() is { Length: > 0 } post ? post : null) : (words.Trim(), null);
    }

    /// <summary>The first person that a sentence names by a Chinese form of address or an English name, and their post; null for none.</summary>
    public static (string Name, string? Title)? In(string sentence) =>
        Spoken().Match(sentence) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["post"].Value is { Length: > 0 } post ? post : null) : null;

    /// <summary>The person by whose word a sentence tells something: named by a Chinese form of address, or in English beside a word for saying. Null for none.</summary>
    public static string? Speaker(string sentence) => In(sentence) is { } person && !char.IsAscii(person.Name[0]) ? person.Name
        : Saying().Match(sentence) is { Success: true } said ? said.Groups["name"].Value : null;

    [GeneratedRegex(@"(?<name>(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?[A-Z]\w+(?:\s[A-Z]\w+)?)(?:,[^,]{2,40},|\s(?:from|in|of)\s[A-Za-z ]{2,24}?)?\s(?:just\s|also\s|has\s|had\s)?(?:said|says|told|tells|confirmed|confirms|promised|mentioned|reckons)\b|\b[Aa]ccording to (?<name>[A-Z]\w+(?:\s[A-Z]\w+)?)")]
    private static partial Regex Saying();

    [GeneratedRegex($$"""^(?:(?<post>.+?)(?<name>{{Called}})|(?<post>.*(?:总监|总裁|副总|经理|主任|主管|部长|科长|厂长|组长|院长|CIO|CFO|CEO|CTO|COO))(?<name>{{Surnames}}[\u4e00-\u9fff]{1,2})|(?<name>[A-Z][\w.' -]{1,40}?)(?:,\s*(?:the\s+|their\s+)?|\s+from\s+|\s*\()(?<post>[^()]{2,60}?)\)?)$""")]
    private static partial Regex Whole();

    [GeneratedRegex($$"""(?:他们|对方|客户|那边|那个|的|跟|和|^|(?<=\P{L}))*(?<post>{{Post}})?的?(?<name>{{Called}})|\b(?<name>(?:Mr|Ms|Mrs|Dr)\.?\s[A-Z]\w+|(?!(?:The|They|He|She|It|We|Their|Our|This|That|And|But|Everyone|Nobody|Somebody|Today|Yesterday)\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\b(?:,\s*(?:the\s+|their\s+)?(?<post>[A-Za-z ]{2,40}),)?""")]
    private static partial Regex Spoken();
}
