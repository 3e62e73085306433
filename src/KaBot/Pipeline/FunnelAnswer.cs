using KaBot.Funnel.Facts;
using KaBot.Funnel.Measures;
using KaBot.Language;
using KaBot.Turns;
using KaBot.Understanding.Values;

namespace KaBot.Pipeline;

/// <summary>A question about all deals, answered in a sentence: how many stand in a stage, what a month or quarter is to bring.</summary>
internal static class FunnelAnswer
{
    /// <summary>Null where the words name neither a stage nor a time: the funnel itself answers.</summary>
    public static string? Of(Turn turn, IEnumerable<DealTrack> tracks, WinRates rates, IReadOnlyDictionary<string, string> titles)
    {
        var open = tracks.Where(track => track.IsOpen).ToList();
        if (Period(turn) is var (from, to)) return Closing(turn.Texts, [.. open.Where(track => track.Close >= from && track.Close <= to)], rates, titles, Name(turn.Texts, from, to));
        var stage = turn.Playbook.Stages.FirstOrDefault(stage => stage.Name.ByLanguage.Values.Any(name => turn.Text.Contains(name, StringComparison.OrdinalIgnoreCase)));
        if (stage is null) return null;
        var there = open.Where(track => track.Earned == stage.Id).ToList();
        return turn.Texts.Say(there.Count == 0 ? "funnel.at.none" : "funnel.at", ("stage", turn.Texts.Say(stage.Name)), ("n", there.Count), ("deals", Titles(turn.Texts, there, titles)));
    }

    private static string Closing(Texts texts, List<DealTrack> due, WinRates rates, IReadOnlyDictionary<string, string> titles, string period)
    {
        if (due.Count == 0) return texts.Say("funnel.closing.none", ("period", period));
        var sums = Forecasting.Sum(due.Select(track => new Prospect(track.Amount, track.Close, rates.From(track.Earned))));
        var told = texts.Say("funnel.closing", ("period", period), ("n", due.Count), ("deals", Titles(texts, due, titles)));
        return sums.IsEmpty ? told : told + texts.Say("funnel.closing.sums", ("amount", texts.List(sums.Select(line => Money(texts, line.Amount, line.Currency)))),
            ("weighted", texts.List(sums.Select(line => Money(texts, line.Weighted, line.Currency)))));
    }

    private static string Money(Texts texts, decimal amount, string currency) =>
        Values.Money(texts, new FactValue.Money(decimal.Round(amount), decimal.Round(amount), currency));

    private static string Titles(Texts texts, List<DealTrack> tracks, IReadOnlyDictionary<string, string> titles) => texts.List(tracks.Select(track => titles[track.Id]));

    /// <summary>The month or quarter that the words name; null for none.</summary>
    private static (DateOnly From, DateOnly To)? Period(Turn turn)
    {
        if (SaidDay.In(turn.Text, turn.Now) is not { } day) return null;
        var quarter = turn.Languages.All.SelectMany(texts => texts["words.quarter"].Split(' ')).Any(word => turn.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
        var from = new DateOnly(day.Year, quarter ? (day.Month - 1) / 3 * 3 + 1 : day.Month, 1);
        return (from, from.AddMonths(quarter ? 3 : 1).AddDays(-1));
    }

    private static string Name(Texts texts, DateOnly from, DateOnly to)
    {
        var (first, last) = (from.ToString(texts["format.month"], texts.Culture), to.ToString(texts["format.month"], texts.Culture));
        return first == last ? first : texts.Say("value.range", ("low", first), ("high", last));
    }
}
