using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>An amount of money in words that are known to be about money, a form's field for one; and the currency that words name.</summary>
public static class SaidAmount
{
    /// <summary>What an amount is in when no currency is named.</summary>
    public const string Usual = ValueFinder.Usual;

    /// <summary>The first amount, and its currency where one is named; null for none.</summary>
    public static (decimal Amount, string? Currency)? In(string words)
    {
        var text = Normalizer.Of(words);
        for (var at = 0; at < text.Length; at++)
            if (ValueFinder.MayStart(text, at) && MoneyGrammar.TryRead(text, at, plain: true, out var money) && (money.High ?? money.Low) is { } amount)
                return (amount, money.Currency ?? Currencies.NamedIn(text));
        return null;
    }

    /// <summary>The currency that the words name; null for none.</summary>
    public static string? Currency(string words) => In(words)?.Currency ?? Currencies.NamedIn(Normalizer.Of(words));
}
