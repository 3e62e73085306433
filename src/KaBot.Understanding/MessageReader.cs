using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Data;
using KaBot.Understanding.Learning;
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
    [ThreadStatic]
    private static Workspace? _workspace;

    private readonly UnderstandingData _data;
    private readonly Asserter _asserter;
    private readonly Networks? _networks;
    private readonly Pauses? _pauses;
    private readonly Claims? _claims;
    private readonly Verdict? _verdict;
    private readonly Belief? _belief;
    private readonly ReplyReader _replies;
    private readonly TopicReader _topics;
    private readonly Dictionary<string, int> _facts;

    private MessageReader(UnderstandingData data, Networks? networks, Pauses? pauses = null)
    {
        (_data, _networks, _pauses) = (data, networks, pauses ?? networks?.Pauses);
        _asserter = new Asserter(data);
        _replies = new ReplyReader(data, _asserter);
        _topics = new TopicReader(data, _replies);
        _facts = data.Facts.Select((fact, index) => (fact.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        if (networks is null) return;
        _claims = new Claims(data, networks);
        _verdict = new Verdict(data, networks, _claims);
        _belief = new Belief(data, networks, _claims, _replies);
    }

    /// <param name="playbook">The facts that readings are of.</param>
    /// <param name="texts">The playbook folder, file name → text; files named understanding*.yaml are read.</param>
    public static MessageReaderLoad Load(Playbook playbook, IReadOnlyDictionary<string, string> texts)
    {
        var (data, faults) = UnderstandingReader.Read(playbook, texts);
        return new MessageReaderLoad(data is null ? null : new MessageReader(data, Networks.Shipped), faults);
    }

    /// <summary>The same patterns beside other networks: for learning, where they must not know the messages they are tried on.</summary>
    public MessageReader With(Stream networks) => With(Networks.Read(networks));

    internal MessageReader With(Networks networks) => new(_data, networks);

    /// <summary>The patterns alone, with pauses where others were learnt.</summary>
    internal MessageReader With(Pauses pauses) => new(_data, null, pauses);

    internal UnderstandingData Data => _data;

    /// <summary>What the message says, at most one reading a fact, in the order of the playbook's facts.</summary>
    public IReadOnlyList<Reading> Read(RepMessage message)
    {
        if (JudgeNews(message) is not { } work) return [];
        Span<bool> told = stackalloc bool[_data.Facts.Length];
        told.Clear();
        foreach (var claim in work.Claims) told[claim.Fact] = true;
        var readings = new List<Reading>();
        for (var fact = 0; fact < told.Length; fact++)
            if (told[fact] && Choose(work, fact) is { } reading) readings.Add(reading);
        return readings;
    }

    /// <summary>What the patterns alone find, believed or not.</summary>
    public IReadOnlyList<Reading> ReadUnjudged(RepMessage message) =>
        Find(message) is { } work ? [.. work.Picks.Select(pick => Reading(work, pick.Fact, pick.Candidate))] : [];

    /// <summary>What the message may tell and is not believed to, likeliest first.</summary>
    public IReadOnlyList<Reading> Withheld(RepMessage message) => JudgeNews(message) is not { } work ? [] :
        [.. work.Claims.Where(claim => !_belief!.Holds(work, claim)).OrderByDescending(claim => claim.Right).Select(claim => Reading(work, claim))];

    /// <summary>Everything that the message may tell, with how likely it is; null where there is nothing to read.</summary>
    internal Workspace? Judge(RepMessage message)
    {
        if (_networks is null || _claims is null || _verdict is null || Prepare(message, _networks.Common) is not { } work) return null;
        var asked = AskedOf(message);
        _claims.Run(work, asked);
        _verdict.Run(work, _asserter, asked);
        return work;
    }

    // Who does not answer the question has news: it is read as if nothing had been asked. Who answers in full (the budget is 50k) does both.
    private Workspace? JudgeNews(RepMessage message)
    {
        if (Judge(message) is not { } work) return null;
        var asked = AskedOf(message);
        return asked < 0 || work.Claims.Exists(claim => claim.Fact == asked && _belief!.Holds(work, claim)) ? work : Judge(message with { Asked = null });
    }

    /// <summary>What the patterns find, and what the networks look at.</summary>
    internal Workspace? Prepare(RepMessage message, CommonWords common)
    {
        var work = Find(message);
        work?.Prepare(_data, _asserter, common);
        return work;
    }

    /// <summary>Shows what there is to judge a claim by, in <see cref="Workspace.Features"/>.</summary>
    internal void Show(Workspace work, Claim claim) => _verdict!.Read(work, _asserter, claim, AskedOf(work.Message));

    private int AskedOf(RepMessage message) => message.Asked is { } asked ? _facts.GetValueOrDefault(asked, -1) : -1;

    private Reading? Choose(Workspace work, int fact)
    {
        var claim = _data.Facts[fact].Kind switch
        {
            FactKind.List => _belief!.Names(work, fact),
            FactKind.Choices => _belief!.Choices(work, fact),
            _ => _belief!.One(work, fact),
        };
        return claim is null ? null : Reading(work, claim);
    }

    private Reading Reading(Workspace work, Claim claim) =>
        new(_data.Facts[claim.Fact].Id, claim.Value, _belief!.IsHedged(claim) ? Certainty.Hedged : Certainty.Stated, claim.From, work.Message.Text[claim.From..claim.To])
        {
            Pattern = claim.Rule?.Chain?.Source, Odds = claim.Right,
        };

    private Workspace? Find(RepMessage message)
    {
        if (string.IsNullOrWhiteSpace(message.Text)) return null;
        var work = _workspace ??= new Workspace();
        work.Load(message, _data, _pauses);
        if (message.Asked is null && AsideOf(work) is > 0 and var end) work.Load(message with { Text = message.Text[..end] }, _data, _pauses);
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
        Span<bool> told = stackalloc bool[_data.Facts.Length];
        told.Clear();
        foreach (var candidate in work.Candidates) told[candidate.Fact] = true;
        for (var each = 0; each < told.Length; each++)
            if (told[each] && Resolver.Pick(work, each, _data.Facts[each].Kind) is { } pick) work.Picks.Add((each, pick));
        return work;
    }

    // Where the rep takes leave for now, "…, will write more later": it tells nothing, and must not colour what was told. 0 where none does.
    // Behind an answer it may be the answer: 嗯，回头再说.
    private int AsideOf(Workspace work)
    {
        var last = work.Layout.Clauses[^1];
        var (start, end) = Chars.Trim(work.Text, last.Start, last.End);
        foreach (ref readonly var aside in work.Hits.From(_data.Cues.Aside, start))
            if (aside.Start > start) break;
            else if (aside.End == end) return last.Start;
        return 0;
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
        work.Load(message, _data, _pauses);
        return Manner.Of(work, _data, _asserter, start, end);
    }

    /// <summary>Whether a fact may be true of a plan, as a signature's date may.</summary>
    internal bool MayBePlanned(string factId) => _facts.TryGetValue(factId, out var fact) && _data.Words[fact].Planned;

    /// <summary>Names of firms that the playbook knows, and of people by surname and title (刘总), in one spelling.</summary>
    internal IReadOnlyList<string> NamesIn(RepMessage message)
    {
        var work = _workspace ??= new Workspace();
        work.Load(message, _data, _pauses);
        var names = new List<string>();
        foreach (var firm in work.Hits.Of(_data.Names.Known)) names.Add(work.Text[firm.Start..firm.End]);
        foreach (var surname in work.Hits.Of(_data.Names.Surname))
            foreach (var title in work.Hits.From(_data.Names.Title, surname.End))
                if (title.Start > surname.End) break;
                else names.Add(work.Text[surname.Start..title.End]);
        return names;
    }

    private Reading Reading(Workspace work, int fact, in Candidate pick) =>
        new(_data.Facts[fact].Id, pick.Value, pick.Hedged ? Certainty.Hedged : Certainty.Stated, pick.Start,
            work.Message.Text[pick.Start..pick.End]) { Pattern = pick.Chain?.Source };
}
