using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Measures;
using KaBot.Funnel.Playbooks;
using Fact = KaBot.Funnel.Facts.Fact;

namespace KaBot.Tests.Funnel.Measures;

/// <summary>Deals' ways through the funnel, in shorthand: <c>0:target 10:intent 30:lost</c>, days since the beginning of the year.</summary>
internal static class Tracks
{
    public static readonly Playbook Playbook = Deal.Playbook;
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 9, 0, 0, TimeSpan.FromHours(8));

    public static DateTimeOffset Day(double day) => Begin.AddDays(day);

    /// <param name="way">Each moment: a day, and a stage, <c>none</c>, or an outcome, which leaves the stage as it is.</param>
    public static DealTrack Of(string way, decimal? amount = null, int? close = null, string currency = "CNY", string? id = null)
    {
        var (moments, stage, facts) = (ImmutableArray.CreateBuilder<DealMoment>(), (string?)null, FactSheet.Empty);
        if (amount is { } worth) facts = facts.With(Stated("amount", new FactValue.Money(worth, worth, currency)));
        if (close is { } day) facts = facts.With(Stated("close_date", new FactValue.Date(DateOnly.FromDateTime(Day(day).DateTime))));
        foreach (var word in way.Split(' '))
        {
            var (at, what) = (double.Parse(word.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture), word.Split(':')[1]);
            if (what is "won" or "lost" or "stalled") facts = facts.With(Stated("outcome", new FactValue.Choice(what)));
            else (stage, facts) = (what == "none" ? null : what, facts.Without("outcome"));
            moments.Add(new DealMoment(Day(at), stage, facts));
        }
        return new DealTrack(id ?? $"{way} {amount} {close} {currency}", moments.ToImmutable());
    }

    private static Fact Stated(string id, FactValue value) => new(id, value, Certainty.Stated, Begin);
}
