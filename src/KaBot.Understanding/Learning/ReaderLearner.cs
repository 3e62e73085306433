using System.Security.Cryptography;
using System.Text;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Scoring;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Learning;

/// <summary>A phrase that was written for one label.</summary>
/// <param name="Label">Without its sign: a fact id, or <c>outcome.lost</c>, <c>visits.inc</c>.</param>
/// <param name="Sign"><c>+</c> it tells it, <c>-</c> it denies it, <c>~</c> it only comes near it.</param>
public sealed record Phrase(string Label, char Sign, string Text);

/// <summary>What a reader learns from.</summary>
/// <param name="Known">Labelled messages that patterns were worked on with.</param>
/// <param name="Unknown">Labelled messages that no pattern was ever worked on with: what patterns make of them is honest.</param>
/// <param name="Phrases">Phrases of one label each.</param>
public sealed record Teaching(IReadOnlyList<LabelledMessage> Known, IReadOnlyList<LabelledMessage> Unknown, IReadOnlyList<Phrase> Phrases);

/// <summary>
/// Learns the networks. One tells where people pause; another judges the claims of the other four, so it has to see how they do on messages they did not
/// learn from: they are learnt once without each part of the messages, to judge that part, and once more from all.
/// </summary>
public sealed class ReaderLearner
{
    private const int Folds = 3, Renamings = 2;
    private const float RestOfPhrase = 0.3f, RestOfNearMiss = 0.1f;

    private static readonly EncoderLessons OfEncoder = new();

    private static readonly SequenceLessons OfSequences = new(
        Clauses: new(Hidden: 192, Dropped: 0.35f, LeastSeen: 16, LeastKept: 28), Messages: new(Hidden: 64, Dropped: 0.35f, LeastSeen: 16, LeastKept: 28), Values: new(Hidden: 32, LeastSeen: 5, LeastKept: 14), Words: new(Hidden: 32, LeastSeen: 8, LeastKept: 18));

    private static readonly Lessons OfVerdicts = new(Hidden: 64, Rounds: 8, Rate: 0.05f, Penalty: 1e-4f, Dropped: 0.1f, LeastSeen: 3);

    // Each holds all that it learns from: more at once would want more memory than most machines have.
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 2 };

    private readonly MessageReader _reader;
    private readonly Pauses _pauses;
    private readonly CommonWords _common;
    private readonly Action<string> _report;
    private readonly List<Sample> _phrases = [];

    private ReaderLearner(MessageReader reader, Pauses pauses, CommonWords common, Action<string> report) => (_reader, _pauses, _common, _report) = (reader, pauses, common, report);

    /// <param name="reader">Its patterns are learnt beside; its own networks play no part.</param>
    /// <param name="report">Told what is done.</param>
    /// <returns>What ships as networks.bin.</returns>
    public static byte[] Learn(MessageReader reader, Teaching teaching, Action<string> report)
    {
        var texts = teaching.Known.Concat(teaching.Unknown).Select(message => message.Message.Text).Concat(teaching.Phrases.Select(phrase => phrase.Text));
        var pauses = new Pauses(PauseLearner.Learn(teaching.Known.Concat(teaching.Unknown).Select(message => message.Message.Text)));
        reader = reader.With(pauses);
        var learner = new ReaderLearner(reader, pauses, CommonWords.Of(texts), report);
        foreach (var phrase in teaching.Phrases) learner.AddPhrase(phrase);
        var lessons = new LessonReader(reader, learner._common);
        string[] facts = [.. reader.Data.Facts.Select(fact => fact.Id)];
        Lesson[] Lessons(IReadOnlyList<LabelledMessage> messages) => [.. messages.Concat(OpenQuestions.Of(messages, facts)).Select(lessons.Of)];
        Lesson[] known = Lessons(teaching.Known), unknown = Lessons(teaching.Unknown);
        LabelledMessage[] all = [.. teaching.Known, .. teaching.Unknown];
        var renaming = new Renaming(all, reader.Data.Persons.Select(fact => reader.Data.Facts[fact].Id).ToHashSet());
        (string Id, Sample Sample)[] renamed = [.. all.SelectMany(message => Enumerable.Range(0, Renamings).Select(turn => renaming.Of(message, turn))).OfType<LabelledMessage>().Select(message => (message.Id, Sample: lessons.OfWords(message)!)).Where(pair => pair.Sample is not null)];
        return learner.Learn(known, unknown, renamed).Write();
    }

    // Each part by itself, side by side: what comes out does not depend on which is done first. Before that, once without each part too, for
    // a second opinion on its messages.
    private Networks Learn(Lesson[] known, Lesson[] unknown, (string Id, Sample Sample)[] renamed)
    {
        var (claims, all, second) = (new List<Example>[Folds], (Networks?)null, new Sequences[Folds]);
        Parallel.For(0, Folds, SideBySide, part =>
        {
            second[part] = SequencesOf([.. known.Concat(unknown.Where(lesson => FoldOf(lesson.Message.Id) != part)).Select(Told)], []);
            _report($"second opinion {part + 1} of {Folds}");
        });
        unknown = [.. unknown.Select(lesson => lesson.Sample is null ? lesson : lesson with { Sample = second[FoldOf(lesson.Message.Id)].Guessed(lesson.Sample) })];
        Parallel.For(0, Folds + 1, SideBySide, turn =>
        {
            // What takes longest is begun first.
            var part = Folds - turn;
            var sequences = SequencesOf([.. known, .. unknown.Where(lesson => FoldOf(lesson.Message.Id) != part)], [.. renamed.Where(message => FoldOf(message.Id) != part).Select(message => message.Sample)]);
            var networks = new Networks(_common, _reader.Data.Patterns, sequences, Nothing, _pauses);
            var own = _reader.With(networks);
            if (part == Folds) all = networks;
            else claims[part] = [.. unknown.Where(lesson => FoldOf(lesson.Message.Id) == part).SelectMany(lesson => Judged(own, lesson.Message))];
            _report(part == Folds ? "learnt from all" : $"part {part + 1} of {Folds}: {claims[part].Count} claims");
        });
        return all! with { Verdicts = NetworkLearner.Learn([.. claims.SelectMany(part => part)], OfVerdicts) };
    }

    // A judge that knows nothing yet.
    private static Network Nothing => NetworkLearner.Learn([new Example([], [Verdict.Right, Verdict.Hedged], [], [])], OfVerdicts);

    private static int FoldOf(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id))[1] % Folds;

    private Sequences SequencesOf(Lesson[] lessons, Sample[] renamed) =>
        SequenceLearner.Learn([.. lessons.Select(lesson => lesson.Sample).OfType<Sample>(), .. renamed, .. _phrases], OfEncoder, OfSequences);

    // What clauses and the message tell, alone.
    private static Lesson Told(Lesson lesson) => lesson.Sample is { } sample ? lesson with { Sample = sample with { Values = [], Words = [] } } : lesson;

    private static IEnumerable<Example> Judged(MessageReader reader, LabelledMessage message)
    {
        if (reader.Judge(message.Message) is not { } work) yield break;
        foreach (var claim in work.Claims)
        {
            reader.Show(work, claim);
            var label = message.Labels.FirstOrDefault(label => label.FactId == reader.Data.Facts[claim.Fact].Id);
            if (label is null || !IsRight(claim.Value, label.Value)) yield return new Example([.. work.Features.Places], [], [Verdict.Hedged], []);
            else if (label.Certainty == Certainty.Hedged) yield return Example.Of(work.Features, Verdict.Right, Verdict.Hedged);
            else yield return Example.Of(work.Features, Verdict.Right);
        }
    }

    private static bool IsRight(FactValue claimed, FactValue label) =>
        (claimed, label) switch
        {
            (FactValue.Choices one, FactValue.Choices several) => several.Ids.Contains(one.Ids[0]),
            (FactValue.List { Items.IsEmpty: false }, FactValue.List names) => names.Items.Any(name => Agreement.Of(claimed, new FactValue.List([name]))),
            _ => Agreement.Of(claimed, label),
        };

    private void AddPhrase(Phrase phrase)
    {
        var message = new RepMessage(phrase.Text, phrase.Text.Any(Chars.IsHan) ? "zh" : "en", new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.FromHours(8)));
        if (_reader.Prepare(message, _common) is not { } work) return;
        var places = new List<int>();
        for (var clause = 0; clause < work.Layout.Clauses.Count; clause++)
        {
            ClauseFeatures.Read(work, _reader.Data, clause, -1, work.Features);
            places.AddRange(work.Features.Places);
        }
        var (yes, no) = (phrase.Label + "+", phrase.Label + "-");
        string[] unsure = [Tells.Any, Tells.Hedged, Tells.AnswerYes, Tells.AnswerNo];
        var example = phrase.Sign == '~' ? new Example([.. places], [], unsure, [yes, no], RestOfNearMiss)
            : new Example([.. places], [phrase.Label + phrase.Sign], unsure, [phrase.Sign == '+' ? no : yes], RestOfPhrase);
        var tokens = LessonReader.TokensOf(work, _reader.Data, asked: -1);
        _phrases.Add(new Sample(tokens, [(0, tokens.Length, example)], null, [.. ValuesOf(work, phrase)], []));
    }

    // A phrase that gives one amount or date gives it for its own fact; a near miss, for another.
    private IEnumerable<(int Token, Example Example)> ValuesOf(Workspace work, Phrase phrase)
    {
        if (phrase.Sign == '-' || _reader.Data.Facts.FirstOrDefault(fact => fact.Id == phrase.Label) is not { Kind: FactKind.Date or FactKind.Money } fact) yield break;
        var fitting = Enumerable.Range(0, work.Values.Count).Where(value => ValueOf.Spotted(fact.Kind, work.Values[value]) is not null).ToList();
        if (fitting.Count == 0 || phrase.Sign == '+' && fitting.Count > 1) yield break;
        foreach (var value in fitting)
        {
            ValueFeatures.Read(work, _reader.Data, value, -1, work.Features);
            var example = phrase.Sign == '+' ? Example.Of(work.Features, fact.Id) : new Example([.. work.Features.Places], [], [], [fact.Id], RestOfNearMiss);
            yield return (work.Tokens.FirstFrom(work.Values[value].Start), example);
        }
    }
}
