using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding;

/// <summary>
/// Reads a typed answer to one question: yes and no, counts, money, dates, choices, names, in the everyday short forms of both
/// languages. What it cannot read is null, never a guess.
/// </summary>
public static class ShortAnswers
{
    private static readonly string[] No =
        ["没", "不", "否", "无", "未", "别", "no", "nope", "not", "none", "nobody", "never", "nothing"];
    private static readonly string[] Yes =
        ["是", "有", "对", "嗯", "好", "已", "签了", "发了", "付了", "收到", "中了", "定了", "清楚", "知道", "可以", "愿意", "yes", "yep", "yeah", "sure", "done", "ok", "y", "we did", "they did"];
    private static readonly string[] DontKnow =
        ["不知道", "不清楚", "不了解", "没问", "不确定", "说不准", "no idea", "don't know", "dont know", "not sure", "unknown", "dunno"];
    private static readonly string[] Doubt =
        ["可能", "大概", "应该", "估计", "听说", "据说", "好像", "左右", "差不多", "也许", "probably", "maybe", "i think", "perhaps", "about", "around", "roughly", "guess"];
    private static readonly string[] Undecided = ["没定", "未定", "还没", "没有", "不定", "没说", "not yet", "undecided", "no date", "tbd", "none", "open"];

    /// <summary>Whether the words say that the speaker does not know.</summary>
    public static bool IsDontKnow(string text) => Normalizer.Of(text) is var plain && DontKnow.Any(word => plain.Contains(word, StringComparison.Ordinal));

    /// <summary>The value that the words give the fact, and how sure they are; null when they give none.</summary>
    public static (FactValue Value, Certainty Certainty)? Read(FactDefinition fact, string text, DateTimeOffset at)
    {
        var plain = Normalizer.Of(text.Trim()).TrimEnd('。', '.', '!', '！', '~', ' ');
        if (plain.Length == 0 || IsDontKnow(text)) return null;
        var value = fact.Kind switch
        {
            FactKind.Flag => Flag(plain),
            FactKind.Count => Count(plain),
            FactKind.Date => Date(plain, text, at) ?? Open(plain),
            FactKind.Money => Money(plain) ?? Open(plain),
            FactKind.Text => Open(plain, exact: true) ?? new FactValue.Text(text.Trim()),
            FactKind.List => Names(plain, text),
            FactKind.Choice => Chosen(fact, plain) is [var one] ? new FactValue.Choice(one) : null,
            _ => Chosen(fact, plain) is { Length: > 0 } some ? new FactValue.Choices(some) : null,
        };
        if (value is null) return null;
        return (value, Doubt.Any(word => plain.Contains(word, StringComparison.Ordinal)) ? Certainty.Hedged : Certainty.Stated);
    }

    // A denial anywhere in a short answer outweighs: "还没有" and "not yet" hold a yes-word too.
    private static FactValue.Flag? Flag(string plain)
    {
        var masked = plain.Replace("没问题", "好", StringComparison.Ordinal).Replace("不错", "好", StringComparison.Ordinal);
        if (No.Any(word => Holds(masked, word))) return new FactValue.Flag(false);
        return Yes.Any(word => Holds(masked, word)) ? new FactValue.Flag(true) : null;
    }

    private static FactValue.Count? Count(string plain)
    {
        for (var at = 0; at < plain.Length; at++)
            if (NumberGrammar.TryRead(plain, at, out var number) && number.Low == decimal.Truncate(number.Low) && number.Low is >= 0 and <= 1000)
                return new FactValue.Count((int)number.Low);
        return No.Any(word => Holds(plain, word)) ? new FactValue.Count(0) : null;
    }

    private static FactValue? Date(string plain, string text, DateTimeOffset at)
    {
        var found = new List<Spotted>();
        DateGrammar.Find(plain, text.AsSpan().Trim()[..plain.Length], DateOnly.FromDateTime(at.DateTime), found);
        return found.Count > 0 ? new FactValue.Date(found[^1].Date) : null;
    }

    private static FactValue? Money(string plain)
    {
        for (var at = 0; at < plain.Length; at++)
            if (MoneyGrammar.TryRead(plain, at, plain: true, out var money)) return new FactValue.Money(money.Low, money.High, money.Currency!);
        return null;
    }

    private static FactValue? Open(string plain, bool exact = false) =>
        Undecided.Any(word => exact ? plain == word : plain.Contains(word, StringComparison.Ordinal)) ? FactValue.Open.Value : null;

    private static FactValue.List? Names(string plain, string text)
    {
        if (plain is "没有" or "没" or "无" or "none" or "no" or "nobody" or "no one" || plain.StartsWith("没有", StringComparison.Ordinal))
            return new FactValue.List([]);
        string[] between = ["、", "，", ",", ";", "；", "还有", "和", " and ", "/", "\n"];
        return new FactValue.List([.. text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Trim('。', '.', ' ')).Where(name => name.Length > 0)]);
    }

    private static ImmutableArray<string> Chosen(FactDefinition fact, string plain) =>
        [.. fact.Choices.Where(choice => choice.Id == plain || choice.Name.ByLanguage.Values.Any(name => Alike(Normalizer.Of(name), plain)))
            .Select(choice => choice.Id)];

    private static bool Alike(string name, string plain) => plain.Length > 1 && (name.Contains(plain, StringComparison.Ordinal) || plain.Contains(name, StringComparison.Ordinal));

    private static bool Holds(string plain, string word)
    {
        if (Chars.IsHan(word[0])) return plain.Contains(word, StringComparison.Ordinal);
        for (var at = plain.IndexOf(word, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (Chars.AtWordStart(plain, at) && Chars.AtWordEnd(plain, at + word.Length)) return true;
        return false;
    }
}
