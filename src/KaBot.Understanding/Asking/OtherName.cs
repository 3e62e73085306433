using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>Tells a customer's short name from the name of somebody else that holds it: another firm, a rival, a person.</summary>
internal static class OtherName
{
    private const int GivenName = 2;

    // Surnames that are no words of their own before a customer's name, as 周, 万 and 高 are.
    private const string Surnames = "王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴钟汪姜范姚谭廖邹熊陆郝崔毛邱秦侯邵孟";
    private static readonly string[] Rivals =
        ["竞品", "竞争对手", "对手", "竞争者", "友商", "输给", "输给了", "competitor", "competitors", "rival", "rivals", "competing with", "up against", "lost to", "losing to"];
    private static readonly string[] Links = ["主要是", "还有", "就是", "包括", "有", "是", "为", "is", "are", "include", "includes", ":", "：", " "];

    /// <param name="text">Normalized.</param>
    public static bool Is(string text, int at, int length, string account) =>
        FirmNames.Continues(text[(at + length)..], Normalizer.Of(account)) || IsPerson(text, at, length) || IsRival(text.AsSpan(0, at));

    private static bool IsPerson(string text, int at, int length) => length == GivenName && at > 0 && Chars.IsHan(text[at]) && Surnames.Contains(text[at - 1]);

    private static bool IsRival(ReadOnlySpan<char> before)
    {
        while (EndOf(before, Links) is > 0 and var link) before = before[..^link];
        return EndOf(before, Rivals) > 0;
    }

    private static int EndOf(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.Ordinal) && Chars.AtWordStart(text, text.Length - word.Length)) return word.Length;
        return 0;
    }
}
