using KaBot.Funnel.Facts;
using KaBot.Turns;

namespace KaBot.Coaching;

/// <summary>What a question such as "they cut the price again, what now?" tells of the talks, for the advice on it; nothing is recorded.</summary>
public sealed class Talks(Listener listener)
{
    private static readonly string[] Told = ["symptoms", "buyer_moves", "price_objection", "terms_open"];

    /// <summary>Facts of the talks in the words of this message; none for a tap.</summary>
    public async Task<IReadOnlyList<Fact>> HearAsync(Turn turn, CancellationToken cancellationToken) => turn.Text.Length == 0 ? []
        : [.. (await listener.HearAsync(turn, asked: null, cancellationToken)).Where(fact => Told.Contains(fact.Id))];
}
