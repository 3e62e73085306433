using System.Text;

namespace KaBot.Understanding.Learning;

/// <summary>The six networks of a reader, learnt together from labelled messages by <see cref="ReaderLearner"/>.</summary>
/// <param name="Common">Words that are no names.</param>
/// <param name="Patterns">Hashes of the patterns that were there: what was added since is believed without them.</param>
/// <param name="Sequences">What the tokens mean where they stand, and the four networks that go by it.</param>
/// <param name="Verdicts">Whether a claim is right, and hedged: see <see cref="Verdict"/>.</param>
/// <param name="Pauses">Where clauses end that no mark ends.</param>
internal sealed record Networks(CommonWords Common, IReadOnlySet<uint> Patterns, Sequences Sequences, Network Verdicts, Pauses Pauses)
{
    // Networks of another format, or learnt from other features, are of no use: raise it when either changes.
    private const int Format = 7;

    private const string Resource = "KaBot.Understanding.Learning.networks.bin";

    /// <summary>Those that ship with the assembly; null where there are none of this format: then only learning is of use.</summary>
    public static Networks? Shipped { get; } = Open();

    public Encoder Encoder => Sequences.Encoder;

    public Network Clauses => Sequences.Clauses;

    public Network Messages => Sequences.Messages;

    public Network Values => Sequences.Values;

    public Network Words => Sequences.Words;

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Format);
            Write(writer, Common.Hashes);
            Write(writer, Patterns);
            Sequences.Encoder.Write(writer);
            foreach (var network in (Network[])[Clauses, Messages, Values, Words, Verdicts, Pauses.Network]) network.Write(writer);
        }
        return stream.ToArray();
    }

    public static Networks Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        if (reader.ReadInt32() is var format && format != Format) throw new InvalidDataException($"These networks are of format {format}; this KaBot reads format {Format}. Learn them anew.");
        return new Networks(new CommonWords(Hashes(reader)), Hashes(reader), new Sequences(Encoder.Read(reader), Network.Read(reader), Network.Read(reader), Network.Read(reader), Network.Read(reader)), Network.Read(reader), new Pauses(Network.Read(reader)));
    }

    private static void Write(BinaryWriter writer, IReadOnlySet<uint> hashes)
    {
        writer.Write(hashes.Count);
        foreach (var hash in hashes.Order()) writer.Write(hash);
    }

    private static HashSet<uint> Hashes(BinaryReader reader)
    {
        var hashes = new HashSet<uint>();
        for (var left = reader.ReadInt32(); left > 0; left--) hashes.Add(reader.ReadUInt32());
        return hashes;
    }

    private static Networks? Open()
    {
        using var stream = typeof(Networks).Assembly.GetManifestResourceStream(Resource);
        if (stream is null) return null;
        Span<byte> format = stackalloc byte[sizeof(int)];
        if (stream.ReadAtLeast(format, format.Length, throwOnEndOfStream: false) < format.Length || BitConverter.ToInt32(format) != Format) return null;
        stream.Position = 0;
        return Read(stream);
    }
}
