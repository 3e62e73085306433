using KaBot.Funnel.Facts;
using KaBot.Turns;
using KaBot.Understanding.Asking;

namespace KaBot.Coaching;

/// <summary>What a question such as "they cut the price again, what now?" tells of the talks, for the advice on it; nothing is recorded.</summary>
public sealed class Talks(Listener listener)
{
    /// <summary>Facts in the words of this message; none for a tap.</summary>
    // A command word tells nothing: 谈判 恒瑞.
    public async Task<IReadOnlyList<Fact>> HearAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Text.Length == 0 || turn.Command is { Argument.Length: > 0 } ? [] : await listener.HearAsync(turn, asked: null, cancellationToken);

    /// <summary>Whether what is told is of the negotiation.</summary>
    public static bool Told(IEnumerable<Fact> heard) => heard.Any(fact => Question.OfTheTalks.Contains(fact.Id));
}
