using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Asking;

namespace KaBot.CheckIn;

/// <summary>
/// How a message tells its facts, as far as it says so: whether one puts right what was known, and how names and choices meet those known.
/// Pure.
/// </summary>
/// <param name="message">The whole message; empty for a tap.</param>
internal sealed class Telling(string message, FactNames names, RemarkReader remarks)
{
    /// <summary>Whether it says outright that what was known has changed or was wrong, or gives the fact by its own name like the answer to a question.</summary>
    public bool Stands(Fact told) => told.Certainty == Certainty.Stated && told.Evidence is { Words: var words } && message.Length > 0
        && (remarks.Corrects(message, words) || names.Heading(message)?.FactId == told.Id);

    /// <summary>
    /// What is known of a fact after it was told: names and choices come to those known, unless the words are about all of them. A time that nobody counts
    /// (昨天见了他们CFO) is one more than were known before that day, and is among those told on it.
    /// </summary>
    /// <param name="asked">Whether it is the answer to the question open.</param>
    public Fact Meet(Fact? known, Fact told, bool asked) => (known?.Value, told.Value) switch
    {
        (FactValue.List before, FactValue.List { Items: { IsEmpty: false } now }) => now.All(name => remarks.HasLeft(message, name)) || !IsWhole(now, asked)
            ? Joined(known, told, new FactValue.List(NameList.Join(Staying(before.Items), Staying(now)))) : told with { Value = new FactValue.List(Staying(now)) },
        (FactValue.Count before, FactValue.Count { Increment: false, Value: 1 }) when before.Value > 0 && !asked && !remarks.Counts(told.Evidence?.Words ?? message) =>
            known.At.Date < told.At.Date ? told with { Value = new FactValue.Count(1, Increment: true) } : told with { Value = new FactValue.Count(before.Value) },
        (FactValue.Count { Value: > 0 } before, FactValue.Count { Increment: true }) when known.At.Date == told.At.Date && !remarks.IsAgain(message) => told with { Value = new FactValue.Count(before.Value) },
        (FactValue.Choices before, FactValue.Choices now) when !asked => Joined(known, told, new FactValue.Choices([.. before.Ids.Union(now.Ids)])),
        _ => told,
    };

    /// <summary>The names of a list known that stay, where the message says that some are out of the race; null where it says so of none.</summary>
    public FactValue.List? Left(FactValue known) =>
        known is FactValue.List { Items: var items } && Staying(items) is var staying && staying.Length < items.Length
            ? new FactValue.List([.. staying.Union(items.Select(name => remarks.InsteadOf(message, name)).OfType<string>(), StringComparer.OrdinalIgnoreCase)]) : null;

    private ImmutableArray<string> Staying(ImmutableArray<string> items) => NameList.Without(items, items.Where(name => remarks.HasLeft(message, name)));

    // One who only names them answers the question; one who tells something of them adds to it.
    private bool IsWhole(ImmutableArray<string> now, bool asked) => message.Length == 0 || remarks.IsAll(message)
        || asked && !remarks.IsMore(message) && now.Sum(Letters) * 2 > Letters(message);

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    // That there is competition stays as certain as it was.
    private static Fact Joined(Fact known, Fact told, FactValue value) =>
        told with { Value = value, Certainty = known.Certainty == Certainty.Stated ? Certainty.Stated : told.Certainty };
}
