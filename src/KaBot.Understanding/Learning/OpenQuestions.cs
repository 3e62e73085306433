using KaBot.Understanding.Scoring;

namespace KaBot.Understanding.Learning;

/// <summary>
/// The same messages as if a question had been open, which in a check-in it always is. Who has news tells it all the same, and who answers in full says
/// the topic again: people seldom write either down as an example, and a network that saw but short answers takes everything for one.
/// </summary>
internal static class OpenQuestions
{
    // Of four messages two with a question that they do not tell, about as many as there are answers, and one with a question that they do.
    private const int Turns = 4, Telling = 2, Left = 3;

    /// <param name="facts">Ids of all that may be asked about.</param>
    public static IEnumerable<LabelledMessage> Of(IEnumerable<LabelledMessage> messages, IReadOnlyList<string> facts)
    {
        foreach (var message in messages)
        {
            var (dice, told) = (new Dice(Fnv.Of(message.Id)), message.Labels.Select(label => label.FactId).ToHashSet(StringComparer.Ordinal));
            if (message.Message.Asked is not null || dice.Below(Turns) is var turn && turn == Left) continue;
            string[] open = [.. facts.Where(fact => told.Contains(fact) == (turn == Telling))];
            if (open.Length > 0) yield return message with { Message = message.Message with { Asked = open[dice.Below(open.Length)] } };
        }
    }
}
