using KaBot.Funnel.Facts;
using KaBot.Understanding.Data;
using KaBot.Understanding.Scoring;
using KaBot.Understanding.Text;
using KaBot.Understanding.Values;

namespace KaBot.Understanding.Learning;

/// <summary>What one labelled message teaches; null where there is nothing to read.</summary>
internal sealed record Lesson(LabelledMessage Message, Sample? Sample);

/// <summary>Makes lessons of labelled messages: what the networks look at, and what the labels say of it.</summary>
internal sealed class LessonReader(MessageReader reader, CommonWords common)
{
    /// <summary>All that a message teaches.</summary>
    public Lesson Of(LabelledMessage message)
    {
        if (reader.Prepare(message.Message, common) is not { } work) return new Lesson(message, null);
        var (data, asked) = (reader.Data, AskedOf(message));
        var clauses = new (int First, int End, Example Example)[work.Layout.Clauses.Count];
        for (var clause = 0; clause < clauses.Length; clause++)
        {
            ClauseFeatures.Read(work, data, clause, asked, work.Features);
            var (first, end) = work.Tokens.Of(clause);
            clauses[clause] = (first, end, OfClause(work, clause, message));
        }
        MessageFeatures.Read(work, data, asked, work.Features);
        var whole = Example.Of(work.Features, message.Labels.SelectMany(label => Told(message, label)).ToHashSet(StringComparer.Ordinal));
        var values = new (int Token, Example Example)[work.Values.Count];
        for (var value = 0; value < values.Length; value++)
        {
            ValueFeatures.Read(work, data, value, asked, work.Features);
            values[value] = (work.Tokens.FirstFrom(work.Values[value].Start), Example.Of(work.Features, [.. message.Labels.Where(label => IsOf(work, message, label, value)).Select(label => label.FactId)]));
        }
        return new Lesson(message, new Sample(TokensOf(work, data, asked), clauses, whole, values, Words(work, message, asked)));
    }

    /// <summary>The features of each token.</summary>
    public static int[][] TokensOf(Workspace work, UnderstandingData data, int asked)
    {
        var tokens = new int[TokenFeatures.Count(work)][];
        for (var token = 0; token < tokens.Length; token++)
        {
            TokenFeatures.Read(work, data, token, asked, work.Features);
            tokens[token] = [.. work.Features.Places];
        }
        return tokens;
    }

    /// <summary>What its words alone teach: where names and texts stand.</summary>
    public Sample? OfWords(LabelledMessage message) =>
        reader.Prepare(message.Message, common) is { } work && AskedOf(message) is var asked ? new Sample(TokensOf(work, reader.Data, asked), [], null, [], Words(work, message, asked)) : null;

    private int AskedOf(LabelledMessage message) => reader.Data.Facts.Select(fact => fact.Id).ToList().IndexOf(message.Message.Asked ?? "");

    private Example[] Words(Workspace work, LabelledMessage message, int asked)
    {
        var (tags, words) = (Tags(work, message), new Example[work.Tokens.Count]);
        for (var clause = 0; clause < work.Layout.Clauses.Count; clause++)
        {
            WordFeatures.ReadClause(work, reader.Data, clause, asked, work.Features);
            int[] shared = [.. work.Features.Places];
            var (first, end) = work.Tokens.Of(clause);
            for (var token = first; token < end; token++)
            {
                WordFeatures.Read(work, token, first, work.Features);
                words[token] = new Example([.. shared, .. work.Features.Places], [tags[token]], [], []);
            }
        }
        return words;
    }

    private static Example OfClause(Workspace work, int index, LabelledMessage message)
    {
        var (clause, inside, beside) = (work.Layout.Clauses[index], new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var label in message.Labels)
        {
            var (start, end) = EvidenceOf(message, label);
            var shared = Math.Min(clause.End, end) - Math.Max(clause.Start, start);
            if (shared <= 0) continue;
            // A clause that shares only a little of the evidence teaches nothing of that fact.
            (2 * shared >= Math.Min(clause.End - clause.Start, end - start) ? inside : beside).UnionWith(Told(message, label));
        }
        return new Example([.. work.Features.Places], inside, [.. beside.Except(inside)], []);
    }

    // The labels of whatever shows a fact: its own, that it is one at all, that it is a guess, that it answers.
    private static IEnumerable<string> Told(LabelledMessage message, Label label)
    {
        string[] own = [.. Tells.Of(label.FactId, label.Value)];
        foreach (var each in own) yield return each;
        yield return Tells.Any;
        if (label.Certainty == Certainty.Hedged) yield return Tells.Hedged;
        if (label.FactId == message.Message.Asked && own.Length > 0) yield return own[0].EndsWith('+') ? Tells.AnswerYes : Tells.AnswerNo;
    }

    private static (int Start, int End) EvidenceOf(LabelledMessage message, Label label) =>
        message.Message.Text.IndexOf(label.Evidence, StringComparison.Ordinal) is >= 0 and var start ? (start, start + label.Evidence.Length) : (0, 0);

    // The value of the label stands here, where its evidence does.
    private bool IsOf(Workspace work, LabelledMessage message, Label label, int value)
    {
        var spotted = work.Values[value];
        var fact = reader.Data.Facts.First(fact => fact.Id == label.FactId);
        var (start, end) = EvidenceOf(message, label);
        return start < spotted.End && spotted.Start < end && label.Value is not FactValue.Count { Increment: true } && ValueOf.Loosely(fact.Kind, work, spotted) is { } read && read.Equals(label.Value);
    }

    private static string[] Tags(Workspace work, LabelledMessage message)
    {
        var tags = new string[work.Tokens.Count];
        Array.Fill(tags, Tagger.Outside);
        foreach (var label in message.Labels)
        {
            var evidence = EvidenceOf(message, label);
            if (label.Value is FactValue.List list)
                foreach (var name in list.Items) Mark(name, evidence.Start, 0);
            else if (label.Value is FactValue.Text text) Mark(text.Value, 0, evidence.Start, evidence.End);

            void Mark(string words, int from, int start, int end = 0)
            {
                if (Chars.Find(message.Message.Text, words, from) is >= 0 and var at) (start, end) = (at, at + words.Length);
                var first = true;
                for (var token = 0; token < tags.Length; token++)
                {
                    if (work.Tokens[token].Start >= end || work.Tokens[token].End <= start) continue;
                    tags[token] = first ? Tagger.Begin(label.FactId) : Tagger.On(label.FactId);
                    first = false;
                }
            }
        }
        return tags;
    }
}
