using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
using KaBot.Understanding.Judging;
using KaBot.Understanding.Text;

namespace KaBot.Understanding;

/// <summary>A reader, or everything that is wrong with the understanding files.</summary>
public sealed record MessageReaderLoad(MessageReader? Reader, ImmutableArray<Fault> Faults);

/// <summary>
/// Turns a rep's words into readings, offline and deterministically. Built once from the playbook; any number of threads may read.
/// What it does not understand it leaves out: a missed fact costs a question, a wrong one costs trust.
/// </summary>
public sealed class MessageReader
{
    // From here down plain readings are wrong about as often as right. Characters tell senses apart sooner than words do.
    private const float LeastOddsOfPlainHan = -2.5f, LeastOddsOfPlainLatin = -4;

    [ThreadStatic]
    private static Workspace? _workspace;

    private readonly UnderstandingData _data;
    private readonly Asserter _asserter;
    private readonly ClauseSenses _senses;
    private readonly ReplyReader _replies;
    private readonly TopicReader _topics;
    private readonly Dictionary<string, int> _facts;

    private MessageReader(UnderstandingData data, Senses senses)
    {
        _senses = new ClauseSenses(senses, data.Facts);
        _data = data;
        _asserter = new Asserter(data);
        _replies = new ReplyReader(data, _asserter);
        _topics = new TopicReader(data, _replies);
        _facts = data.Facts.Select((fact, index) => (fact.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
    }

    /// <param name="playbook">The facts that readings are of.</param>
    /// <param name="texts">The playbook folder, file name → text; files named understanding*.yaml are read.</param>
    /// <param name="senses">Others than those that ship: for learning, which must not know the messages it is tried on.</param>
    public static MessageReaderLoad Load(Playbook playbook, IReadOnlyDictionary<string, string> texts, Senses? senses = null)
    {
        var (data, faults) = UnderstandingReader.Read(playbook, texts);
        return new MessageReaderLoad(data is null ? null : new MessageReader(data, senses ?? Senses.Shipped), faults);
    }

    /// <summary>What the message says, at most one reading a fact, in the order of the playbook's facts.</summary>
    public IReadOnlyList<Reading> Read(RepMessage message)
    {
        if (Find(message) is not { } work || message.Asked is null && NewsJudge.TellsNothing(work.Text)) return [];
        var readings = new List<Reading>();
        foreach (var (fact, pick) in work.Picks)
            if (IsTrusted(work, fact, pick)) readings.Add(Reading(work, fact, pick));
        return readings;
    }

    /// <summary>
    /// What the patterns find, before it is judged whether the message tells anything and whether a reading may be trusted: what those
    /// judges are taught by.
    /// </summary>
    public IReadOnlyList<(Reading Reading, int[] Traits)> ReadUnjudged(RepMessage message) =>
        Find(message) is { } work ? [.. work.Picks.Select(pick => (Reading(work, pick.Fact, pick.Candidate), TraitsOf(work, pick.Fact, pick.Candidate).ToArray()))] : [];

    /// <summary>The clauses of a message, as the patterns see them.</summary>
    public IReadOnlyList<(int Start, int End)> ClausesOf(RepMessage message)
    {
        var work = _workspace ??= new Workspace();
        work.Load(message, _data);
        return [.. work.Layout.Clauses.Select(clause => (clause.Start, clause.End))];
    }

    private Workspace? Find(RepMessage message)
    {
        if (string.IsNullOrWhiteSpace(message.Text)) return null;
        var work = _workspace ??= new Workspace();
        work.Load(message, _data);
        if (work.Hits.Any(_data.Cues.Void, 0, work.Text.Length)) return null;
        _asserter.Run(work);
        _topics.Run(work);
        if (message.Asked is { } asked && _facts.TryGetValue(asked, out var fact)) _replies.Run(work, fact, 0, work.Text.Length, whole: true);
        Binder.Run(work);
        LooseValues.Run(work, _data);
        Corrector.Run(work, _data);
        OtherWords.Run(work, _data);
        if (message.Asked is { } about && _facts.TryGetValue(about, out var focus)) Focus.Run(work, focus);
        Implied.Run(work, _data);
        for (var each = 0; each < _data.Facts.Length; each++)
            if (Resolver.Pick(work, each, _data.Facts[each].Kind) is { } pick) work.Picks.Add((each, pick));
        return work;
    }

    /// <summary>
    /// The answer to the question asked, taken more generously than the same words in a message: what was typed into one question's field
    /// is meant for it. <paramref name="message"/> names the fact in <see cref="RepMessage.Asked"/>.
    /// </summary>
    public Answer Answer(RepMessage message)
    {
        if (message.Asked is not { } asked || !_facts.TryGetValue(asked, out var fact)) throw new ArgumentException("An answer needs the fact that was asked about.", nameof(message));
        if (Read(message).FirstOrDefault(reading => reading.FactId == asked) is { } reading) return new Answer(reading, false);
        if (string.IsNullOrWhiteSpace(message.Text)) return new Answer(null, false);
        var work = _workspace!;
        var dontKnow = work.Hits.Any(_data.Cues.Unknown, 0, work.Text.Length) || _replies.IsPass(work, 0, work.Text.Length);
        return new Answer(dontKnow ? null : AnswerReader.Read(_data.Facts[fact], message.Text), dontKnow);
    }

    /// <summary>How the words at a place of the message are said, for whoever else takes them to show a fact.</summary>
    internal Manner MannerOf(RepMessage message, int start, int end)
    {
        var work = _workspace ??= new Workspace();
        work.Load(message, _data);
        return Manner.Of(work, _data, _asserter, start, end);
    }

    /// <summary>Whether a fact may be true of a plan, as a signature's date may.</summary>
    internal bool MayBePlanned(string factId) => _facts.TryGetValue(factId, out var fact) && _data.Words[fact].Planned;

    /// <summary>Names of firms that the playbook knows, and of people by surname and title (刘总), in one spelling.</summary>
    internal IReadOnlyList<string> NamesIn(RepMessage message)
    {
        var work = _workspace ??= new Workspace();
        work.Load(message, _data);
        var names = new List<string>();
        foreach (var firm in work.Hits.Of(_data.Names.Known)) names.Add(work.Text[firm.Start..firm.End]);
        foreach (var surname in work.Hits.Of(_data.Names.Surname))
            foreach (var title in work.Hits.From(_data.Names.Title, surname.End))
                if (title.Start > surname.End) break;
                else names.Add(work.Text[surname.Start..title.End]);
        return names;
    }

    // What answers the question asked and a name that is known need no second judge, nor does a clause that says little else, unless it
    // looks like quite another thing.
    private bool IsTrusted(Workspace work, int fact, in Candidate pick) =>
        (pick.By < 0 || work.PickOf(pick.By) is not { } source || IsTrusted(work, pick.By, source)) && IsTrustedAlone(work, fact, pick);

    private bool IsTrustedAlone(Workspace work, int fact, in Candidate pick) =>
        _data.Facts[fact].Id == work.Message.Asked
        || pick.Value is FactValue.List && work.Hits.Any(_data.Names.Known, pick.Start, pick.End)
        || pick.Grounds.IsPlain && (_senses.Of(work, fact, pick) ?? 0) > LeastOddsOfPlain(work, pick)
        || TrustJudge.Trusts(TraitsOf(work, fact, pick));

    private static float LeastOddsOfPlain(Workspace work, in Candidate pick) =>
        Chars.AnyHan(work.Text.AsSpan(pick.Start, pick.End - pick.Start)) ? LeastOddsOfPlainHan : LeastOddsOfPlainLatin;

    private Span<int> TraitsOf(Workspace work, int fact, in Candidate pick)
    {
        var rivals = 0;
        foreach (var candidate in work.Candidates)
            if (candidate.Fact == fact) rivals++;
        Traits.Of(work, _data.Facts[fact], pick, work.Picks.Count, rivals, pick.Chain is null ? null : _senses.Of(work, fact, pick), work.Places);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(work.Places);
    }

    private Reading Reading(Workspace work, int fact, in Candidate pick) =>
        new(_data.Facts[fact].Id, pick.Value, pick.Hedged ? Certainty.Hedged : Certainty.Stated, pick.Start,
            work.Message.Text[pick.Start..pick.End]) { Pattern = pick.Chain?.Source };
}
