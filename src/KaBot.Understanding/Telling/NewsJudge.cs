using System.Reflection;

namespace KaBot.Understanding.Telling;

/// <summary>
/// Whether a message tells anything of the deal at all, or only plans, wishes, asks, chats or speaks of something else: a linear
/// classifier over its <see cref="Grams"/>, learnt from labelled messages (<c>understand learn</c>). It can silence a message, never
/// make it say something.
/// </summary>
internal sealed class NewsJudge
{
    /// <summary>A weight is kept in one signed byte, in steps of this.</summary>
    public const float Step = 1f / 32;

    private const string Resource = "KaBot.Understanding.Telling.weights.bin";

    // Chosen by cross-validation over the messages that are worked with.
    private const float Threshold = 0.2f;

    [ThreadStatic]
    private static List<int>? _places;

    private readonly sbyte[] _weights;

    public NewsJudge(ReadOnlySpan<byte> weights)
    {
        if (weights.Length != Grams.Buckets) throw new InvalidDataException($"The weights are {weights.Length} bytes long instead of {Grams.Buckets}: learn them again with 'understand learn'.");
        _weights = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(weights).ToArray();
    }

    /// <summary>The judge that ships, with the weights of the labelled messages in the tests.</summary>
    public static NewsJudge Shipped { get; } = Load();

    /// <summary>Whether the message most likely tells nothing.</summary>
    /// <param name="text">Normalised text.</param>
    public bool TellsNothing(string text) => Score(text) > Threshold;

    /// <summary>The logarithm of the odds that it tells nothing.</summary>
    public float Score(string text)
    {
        var places = _places ??= [];
        Grams.Read(text, places);
        var sum = 0;
        foreach (var place in places) sum += _weights[place];
        return sum * Step;
    }

    private static NewsJudge Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new NewsJudge(bytes);
    }
}
