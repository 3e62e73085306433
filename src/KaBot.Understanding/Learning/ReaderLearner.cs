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
/// <param name="Senses">Groups of words and phrases that mean about the same.</param>
public sealed record Teaching(IReadOnlyList<LabelledMessage> Known, IReadOnlyList<LabelledMessage> Unknown, IReadOnlyList<Phrase> Phrases, IReadOnlyList<IReadOnlyList<string>> Senses);

/// <summary>
/// Learns the five networks. The last judges the claims of the other four, so it has to see how they do on messages they did not
/// learn from: they are learnt once without each part of the messages, to judge that part, and once more from all.
/// </summary>
public sealed class ReaderLearner
{
    private const int Folds = 3, Renamings = 2;
    private const float RestOfPhrase = 0.3f, RestOfNearMiss = 0.1f;

    private static readonly Lessons OfClauses = new(Hidden: 128, Rounds: 16, Dropped: 0.35f, LeastSeen: 8),
        OfMessages = new(Hidden: 64, Rounds: 16, Dropped: 0.35f, LeastSeen: 8), OfValues = new(Hidden: 32, LeastSeen: 5),
        OfWords = new(Hidden: 32, Rounds: 10, LeastSeen: 8), OfVerdicts = new(Hidden: 64, Rounds: 8, Rate: 0.05f, Penalty: 1e-4f, Dropped: 0.1f, LeastSeen: 3);

    private readonly MessageReader _reader;
    private readonly CommonWords _common;
    private readonly Action<string> _report;
    private readonly List<Example> _phraseClauses = [], _phraseValues = [];
    private readonly Dictionary<int, int[]> _senses = [];

    private ReaderLearner(MessageReader reader, CommonWords common, Action<string> report) => (_reader, _common, _report) = (reader, common, report);

    /// <param name="reader">Its patterns are learnt beside; its own networks play no part.</param>
    /// <param name="report">Told what is done.</param>
    /// <returns>What ships as networks.bin.</returns>
    public static byte[] Learn(MessageReader reader, Teaching teaching, Action<string> report)
    {
        var texts = teaching.Known.Concat(teaching.Unknown).Select(message => message.Message.Text).Concat(teaching.Phrases.Select(phrase => phrase.Text));
        var learner = new ReaderLearner(reader, CommonWords.Of(texts), report);
        foreach (var sense in teaching.Senses) learner.AddSense(sense);
        foreach (var phrase in teaching.Phrases) learner.AddPhrase(phrase);
        var lessons = new LessonReader(reader, learner._common);
        Lesson[] known = [.. teaching.Known.Select(lessons.Of)], unknown = [.. teaching.Unknown.Select(lessons.Of)];
        LabelledMessage[] all = [.. teaching.Known, .. teaching.Unknown];
        var renaming = new Renaming(all, reader.Data.Persons.Select(fact => reader.Data.Facts[fact].Id).ToHashSet());
        Lesson[] renamed = [.. all.SelectMany(message => Enumerable.Range(0, Renamings).Select(turn => renaming.Of(message, turn))).OfType<LabelledMessage>().Select(lessons.OfWords)];
        return learner.Learn(known, unknown, renamed).Write();
    }

    // Each part by itself, side by side: what comes out does not depend on which is done first. Before that, once without each part too, for
    // a second opinion on its messages.
    private Networks Learn(Lesson[] known, Lesson[] unknown, Lesson[] renamed)
    {
        var (claims, all, clauses, messages) = (new List<Example>[Folds], (Networks?)null, new Network[Folds], new Network[Folds]);
        Parallel.For(0, 2 * Folds, each =>
        {
            var part = each % Folds;
            Lesson[] others = [.. known, .. unknown.Where(lesson => FoldOf(lesson) != part)];
            if (each < Folds) clauses[part] = ClausesOf(others);
            else messages[part] = MessagesOf(others);
            _report($"second opinion {part + 1} of {Folds} on {(each < Folds ? "clauses" : "messages")}");
        });
        unknown = [.. unknown.Select(lesson => Taught(lesson, clauses[FoldOf(lesson)], messages[FoldOf(lesson)]))];
        Parallel.For(0, Folds + 1, part =>
        {
            bool Has(Lesson lesson) => FoldOf(lesson) != part;
            var networks = Networks([.. known, .. unknown.Where(Has)], [.. renamed.Where(Has)], Nothing);
            var own = _reader.With(networks);
            if (part == Folds) all = networks;
            else claims[part] = [.. unknown.Where(lesson => FoldOf(lesson) == part).SelectMany(lesson => Judged(own, lesson.Message))];
            _report(part == Folds ? "learnt from all" : $"part {part + 1} of {Folds}: {claims[part].Count} claims");
        });
        return all! with { Verdicts = NetworkLearner.Learn([.. claims.SelectMany(part => part)], OfVerdicts) };
    }

    // A judge that knows nothing yet.
    private static Network Nothing => NetworkLearner.Learn([new Example([], [Verdict.Right, Verdict.Hedged], [], [])], OfVerdicts);

    private static int FoldOf(Lesson lesson) => SHA256.HashData(Encoding.UTF8.GetBytes(lesson.Message.Id))[1] % Folds;

    private static Lesson Taught(Lesson lesson, Network clauses, Network messages) => lesson with
    {
        Clauses = [.. lesson.Clauses.Select(example => example with { Teacher = clauses })],
        Messages = [.. lesson.Messages.Select(example => example with { Teacher = messages })],
    };

    private Network ClausesOf(Lesson[] lessons) => NetworkLearner.Learn([.. lessons.SelectMany(lesson => lesson.Clauses), .. _phraseClauses], OfClauses, _senses);

    private Network MessagesOf(Lesson[] lessons) => NetworkLearner.Learn([.. lessons.SelectMany(lesson => lesson.Messages)], OfMessages, _senses);

    private Networks Networks(Lesson[] lessons, Lesson[] renamed, Network verdicts) => new(_common, _reader.Data.Patterns,
        ClausesOf(lessons), MessagesOf(lessons),
        NetworkLearner.Learn([.. lessons.SelectMany(lesson => lesson.Values), .. _phraseValues], OfValues, _senses),
        NetworkLearner.Learn([.. lessons.Concat(renamed).SelectMany(lesson => lesson.Words)], OfWords), verdicts);

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
        _phraseClauses.Add(phrase.Sign == '~' ? new Example([.. places], [], unsure, [yes, no], RestOfNearMiss)
            : new Example([.. places], [phrase.Label + phrase.Sign], unsure, [phrase.Sign == '+' ? no : yes], RestOfPhrase));
        AddValuesOf(work, phrase);
    }

    // A phrase that gives one amount or date gives it for its own fact; a near miss, for another.
    private void AddValuesOf(Workspace work, Phrase phrase)
    {
        if (phrase.Sign == '-' || _reader.Data.Facts.FirstOrDefault(fact => fact.Id == phrase.Label) is not { Kind: FactKind.Date or FactKind.Money } fact) return;
        var fitting = Enumerable.Range(0, work.Values.Count).Where(value => ValueOf.Spotted(fact.Kind, work.Values[value]) is not null).ToList();
        if (fitting.Count == 0 || phrase.Sign == '+' && fitting.Count > 1) return;
        foreach (var value in fitting)
        {
            ValueFeatures.Read(work, _reader.Data, value, -1, work.Features);
            _phraseValues.Add(phrase.Sign == '+' ? Example.Of(work.Features, fact.Id) : new Example([.. work.Features.Places], [], [], [fact.Id], RestOfNearMiss));
        }
    }

    // Each run of words of the group shares a place with the others of it.
    private void AddSense(IReadOnlyList<string> words)
    {
        var shared = Features.Place(Fnv.Of(words[0], Fnv.Mix(Fnv.Basis, '§')));
        var (tokens, layout) = (new Tokens(), new List<Clause> { new(0, 0, 0, 0) });
        foreach (var text in words.Skip(1).Select(Normalizer.Of))
        {
            tokens.Read(text, text, [], layout, _common);
            if (tokens.Count is 0 or > Grams.Longest) continue;
            var features = new Features();
            Grams.Add(features, tokens, 0, tokens.Count, Trait.Gram, tokens.Count);
            // The first run that takes in all of it.
            if (features.Places.Count < tokens.Count) continue;
            var place = features.Places[tokens.Count - 1];
            _senses[place] = [.. _senses.GetValueOrDefault(place, []).Append(shared).Distinct()];
        }
    }
}
