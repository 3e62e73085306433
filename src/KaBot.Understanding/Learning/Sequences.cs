namespace KaBot.Understanding.Learning;

/// <summary>A message for the encoder and the networks that go by it.</summary>
/// <param name="Tokens">By token: its features' places.</param>
/// <param name="Clauses">By clause: its first token, one past its last, and what it teaches.</param>
/// <param name="Message">What the message teaches as a whole, if anything.</param>
/// <param name="Values">By value: its first token, and what it teaches.</param>
/// <param name="Words">What each token teaches of names and texts, if anything.</param>
internal sealed record Sample(int[][] Tokens, (int First, int End, Example Example)[] Clauses, Example? Message, (int Token, Example Example)[] Values, Example[] Words);

/// <summary>An encoder, and the networks that were learnt with it.</summary>
/// <param name="Clauses">What a clause tells: labels such as <c>budget+</c>, <c>outcome.lost+</c>, and those of <see cref="Tells"/>.</param>
/// <param name="Messages">What a message tells as a whole, by the same labels: what stands far off has its say.</param>
/// <param name="Values">Which fact a value of the text belongs to: fact ids.</param>
/// <param name="Words">Whether a word begins or goes on with a name or text of a fact: see <see cref="Tagger"/>.</param>
internal sealed record Sequences(Encoder Encoder, Network Clauses, Network Messages, Network Values, Network Words)
{
    /// <summary>A message with what these make of it.</summary>
    public Sample Guessed(Sample sample)
    {
        var encoded = new Encoded();
        encoded.Clear(Encoder.Hidden);
        foreach (var token in sample.Tokens) Encoder.Add(encoded, token);
        Encoder.Run(encoded);
        var clauses = sample.Clauses.ToArray();
        var begun = new float[Clauses.Hidden];
        Clauses.Begin(encoded.Highest, begun);
        foreach (ref var clause in clauses.AsSpan()) clause.Example = Guessed(Clauses, clause.Example, Encoder.Clause(encoded, clause.First, clause.End), begun);
        return sample with { Clauses = clauses, Message = sample.Message is { } message ? Guessed(Messages, message, encoded.Message) : null };
    }

    private static Example Guessed(Network network, in Example example, ReadOnlySpan<float> dense, ReadOnlySpan<float> begun = default)
    {
        var odds = new float[network.Labels.Count];
        network.Score(example.Places, odds, dense, begun);
        return example with { Guess = new Guess(network.Labels, odds) };
    }
}

/// <summary>How each of the networks that go by an encoder learns.</summary>
internal sealed record SequenceLessons(Lessons Clauses, Lessons Messages, Lessons Values, Lessons Words);

/// <summary>How an encoder learns.</summary>
/// <param name="Width">Of a token's row, a multiple of 16.</param>
/// <param name="Hidden">Of what comes out, a multiple of 32.</param>
/// <param name="LeastSeen">A token's feature must occur in so many messages.</param>
internal sealed record EncoderLessons(int Width = 48, int Hidden = 64, int Rounds = 16, int LeastSeen = 4, float Rate = 0.05f, float DenseRate = 0.02f, float Penalty = 1e-6f,
    float Unheard = 0.1f, float DroppedOfTokens = 0.2f, float DroppedInside = 0.2f, float Dropped = 0.4f);
