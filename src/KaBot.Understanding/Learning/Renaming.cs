using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Scoring;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Learning;

/// <summary>
/// The same messages with other names in them. A name may be anything, and what stands around it shows what it is: whoever sees each
/// sentence with several learns the sentence and not the name.
/// </summary>
public sealed class Renaming
{
    private const int Shortest = 2, OneInOtherScript = 5, OneInSmall = 6, OneInMade = 2;

    private readonly IReadOnlySet<string> _persons;
    private readonly Dictionary<(string FactId, string Language), Pool> _pools;

    private sealed record Pool(ImmutableArray<string> Han, ImmutableArray<string> Other);

    /// <param name="messages">Whose names are taken.</param>
    /// <param name="persons">Ids of the text facts that name a person; the items of lists are names in any case.</param>
    public Renaming(IEnumerable<LabelledMessage> messages, IReadOnlySet<string> persons)
    {
        _persons = persons;
        _pools = messages.SelectMany(message => message.Labels.SelectMany(label => NamesOf(label).Select(name => (Key: (label.FactId, message.Message.Language), Name: name))))
            .GroupBy(named => named.Key, named => named.Name).ToDictionary(names => names.Key, PoolOf);
    }

    /// <summary>A message with other names; null where it has none that can be changed.</summary>
    /// <param name="turn">Each turn gives other names; the same turn, the same.</param>
    public LabelledMessage? Of(LabelledMessage message, int turn)
    {
        var dice = new Dice(Fnv.Mix(Fnv.Of(message.Id), (uint)turn));
        var (text, labels) = (message.Message.Text, message.Labels);
        foreach (var label in message.Labels)
            foreach (var name in NamesOf(label))
            {
                if (!text.Contains(name, StringComparison.Ordinal) || Another(_pools[(label.FactId, message.Message.Language)], name, ref dice) is var other && text.Contains(other, StringComparison.OrdinalIgnoreCase)) continue;
                text = text.Replace(name, other, StringComparison.Ordinal);
                labels = [.. labels.Select(each => Renamed(each, name, other))];
            }
        return text != message.Message.Text && labels.All(label => text.Contains(label.Evidence, StringComparison.Ordinal)) ? new LabelledMessage(message.Id, message.Message with { Text = text }, labels) : null;
    }

    private static Pool PoolOf(IEnumerable<string> names)
    {
        var byScript = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToLookup(IsHan);
        return new Pool([.. byScript[true]], [.. byScript[false]]);
    }

    // Mostly one of the same script: one that somebody wrote, or one that begins as one and ends as another.
    private static string Another(Pool pool, string name, ref Dice dice)
    {
        var han = IsHan(name) != (dice.Below(OneInOtherScript) == 0);
        var names = han && !pool.Han.IsEmpty || pool.Other.IsEmpty ? pool.Han : pool.Other;
        var (first, second) = (names[dice.Below(names.Length)], names[dice.Below(names.Length)]);
        var other = dice.Below(OneInMade) > 0 ? first
            : IsHan(first) ? first[..1] + second[^Math.Min(second.Length, 1 + dice.Below(2))..]
            : first.Split(' ')[0] + (second.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? second[space..] : "");
        return dice.Below(OneInSmall) == 0 ? other.ToLowerInvariant() : other;
    }

    private static Label Renamed(Label label, string name, string other) => label with
    {
        Evidence = label.Evidence.Replace(name, other, StringComparison.Ordinal),
        Value = label.Value switch
        {
            FactValue.List list => new FactValue.List([.. list.Items.Select(item => item.Replace(name, other, StringComparison.Ordinal))]),
            FactValue.Text words => new FactValue.Text(words.Value.Replace(name, other, StringComparison.Ordinal)),
            var value => value,
        },
    };

    private IEnumerable<string> NamesOf(Label label) => (label.Value switch
    {
        FactValue.List list => list.Items,
        FactValue.Text text when _persons.Contains(label.FactId) => [text.Value],
        _ => ImmutableArray<string>.Empty,
    }).Where(name => name.Length >= Shortest);

    private static bool IsHan(string name) => name.All(Chars.IsHan);
}
