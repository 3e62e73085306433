using KaBot.Understanding.Text;

namespace KaBot.Understanding.Asking;

/// <summary>A deal by its names.</summary>
public sealed record NamedDeal(string Id, string Account, string Name);

/// <summary>
/// Which of a rep's deals a message names: by the customer's name, whole or in the short form that reps use (上海恒瑞医药股份有限公司 →
/// 恒瑞), or by the deal's own name. Pure.
/// </summary>
public static class DealMentions
{
    private const int ShortForm = 2;

    // What stands before and behind the part of a company's name that people say.
    private static readonly string[] Places =
        ["中国", "北京", "上海", "天津", "重庆", "深圳", "广州", "杭州", "南京", "苏州", "武汉", "成都", "西安", "青岛", "宁波", "厦门", "无锡", "江苏",
            "浙江", "广东", "山东", "四川", "湖北", "湖南", "河南", "河北", "福建", "安徽", "江西", "辽宁", "陕西", "the"];
    private static readonly string[] Endings =
        ["股份有限公司", "有限责任公司", "有限公司", "集团公司", "控股集团", "总公司", "分公司", "集团", "公司", "股份", "控股",
            "incorporated", "corporation", "limited", "company", "holdings", "group", "gmbh", "corp", "inc", "ltd", "llc", "plc", "co", "ag"];

    /// <summary>The deals named, those with the longest words only; empty for none, several where the words fit more than one.</summary>
    public static IReadOnlyList<NamedDeal> In(string message, IReadOnlyList<NamedDeal> deals)
    {
        var text = Normalizer.Of(message);
        var named = deals.Select(deal => (Deal: deal, Account: Longest(text, Ways(deal.Account)), Name: Longest(text, [Normalizer.Of(deal.Name)])))
            .Where(found => found.Account + found.Name > 0).ToList();
        var most = named.Count == 0 ? 0 : named.Max(found => found.Account + found.Name);
        return [.. named.Where(found => found.Account + found.Name == most).Select(found => found.Deal)];
    }

    /// <summary>How many characters of the text the longest of these ways takes; 0 for none.</summary>
    private static int Longest(string text, IEnumerable<string> ways) => ways.Where(way => way.Length >= ShortForm && Holds(text, way)).Select(way => way.Length)
        .DefaultIfEmpty(0).Max();

    /// <summary>The ways in which a customer is named, in the spelling of <see cref="Normalizer"/>: whole, and in the short forms that reps use.</summary>
    internal static IEnumerable<string> Ways(string account)
    {
        var whole = Normalizer.Of(account).Trim();
        yield return whole;
        var core = Core(whole);
        yield return core;
        if (core.Length > ShortForm && core.All(Chars.IsHan)) yield return core[..ShortForm];
        else if (core.Split(' ') is [{ Length: > 3 } first, _, ..]) yield return first;
    }

    private static string Core(string name)
    {
        var core = name;
        if (Array.Find(Places, place => core.StartsWith(place, StringComparison.Ordinal)) is { } place && core.Length >= place.Length + ShortForm)
            core = core[place.Length..].TrimStart('市', '省', ' ');
        while (Array.Find(Endings, ending => core.EndsWith(ending, StringComparison.Ordinal) && core.Length > ending.Length) is { } ending)
            core = core[..^ending.Length].TrimEnd(' ', ',', '.');
        return core.Length >= ShortForm ? core : name;
    }

    private static bool Holds(string text, string way)
    {
        for (var at = text.IndexOf(way, StringComparison.Ordinal); at >= 0; at = text.IndexOf(way, at + 1, StringComparison.Ordinal))
            if (Chars.IsHan(way[0]) || Chars.AtWordStart(text, at) && Chars.AtWordEnd(text, at + way.Length)) return true;
        return false;
    }
}
