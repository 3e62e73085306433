using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding;

/// <summary>
/// Takes an answer more generously than a message: somebody typed it into the field of one question. A text is taken whole, names as
/// they stand, a choice by its name. A bare figure for money counts in units from <see cref="LeastBareMoney"/> on; below, nobody can tell
/// 50 from 50万, so it gives no value and is asked again.
/// </summary>
internal static class AnswerReader
{
    public const decimal LeastBareMoney = 10_000;
    private const int LongestText = 300, LongestName = 40;

    public static Reading? Read(FactDefinition fact, string text)
    {
        var plain = Normalizer.Of(text);
        var (start, end) = Chars.Trim(plain, 0, plain.Length);
        if (start >= end || plain[^1] is '?' or '？') return null;
        var value = Value(fact, text[start..end], plain[start..end]);
        return value is null ? null : new Reading(fact.Id, value, Certainty.Stated, start, text[start..end]);
    }

    private static FactValue? Value(FactDefinition fact, string text, string plain) => fact.Kind switch
    {
        FactKind.Money when MoneyGrammar.TryRead(plain, 0, plain: true, out var money) && money.End == plain.Length && (money.High ?? money.Low) >= LeastBareMoney =>
            new FactValue.Money(money.Low, money.High, money.Currency ?? ValueFinder.Usual),
        FactKind.Count when NumberGrammar.TryRead(plain, 0, out var number) && number.End == plain.Length && number is { Low: >= 0 and <= 1000 }
            && number.Low == decimal.Truncate(number.Low) => new FactValue.Count((int)number.Low),
        FactKind.Text when text.Length <= LongestText => new FactValue.Text(text),
        FactKind.List when Names(text) is { Count: > 0 } names => new FactValue.List([.. names]),
        FactKind.Choice when Chosen(fact, plain) is { } choice => new FactValue.Choice(choice),
        FactKind.Choices when Chosen(fact, plain) is { } choice => new FactValue.Choices([choice]),
        _ => null,
    };

    private static List<string> Names(string text) =>
        [.. text.Split(['、', '，', ',', ';', '；', '/', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name.Length <= LongestName)];

    private static string? Chosen(FactDefinition fact, string plain) =>
        fact.Choices.FirstOrDefault(choice => choice.Id == plain || choice.Name.ByLanguage.Values.Any(name => Normalizer.Of(name) == plain))?.Id;
}
