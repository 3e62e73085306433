using KaBot.Understanding.Scoring;

namespace KaBot.Understanding.Learning;

/// <summary>
/// The same messages as if something had been asked that they do not tell. In a check-in a question is always open, and who has news tells it all the
/// same: people seldom write that down as an example, and a network that saw but answers takes everything for one.
/// </summary>
public static class Digressions
{
    // About as many as there are answers.
    private const int OneIn = 2;

    /// <param name="facts">Ids of all that may be asked about.</param>
    public static IEnumerable<LabelledMessage> Of(IEnumerable<LabelledMessage> messages, IReadOnlyList<string> facts)
    {
        foreach (var message in messages)
        {
            var dice = new Dice(Fnv.Of(message.Id));
            if (message.Message.Asked is not null || dice.Below(OneIn) > 0) continue;
            string[] untold = [.. facts.Where(fact => message.Labels.All(label => label.FactId != fact))];
            yield return message with { Message = message.Message with { Asked = untold[dice.Below(untold.Length)] } };
        }
    }
}
