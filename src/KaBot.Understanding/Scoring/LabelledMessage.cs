using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Scoring;

/// <summary>What sort of message it is, for figures by kind.</summary>
public enum MessageKind { ShortReply, Update, Report, Nothing }

/// <summary>One fact as a careful colleague read it.</summary>
public sealed record Label(string FactId, FactValue Value, Certainty Certainty, string Evidence);

/// <summary>A message with the labels that a reader is measured by.</summary>
/// <param name="Id">Unique in its set.</param>
/// <param name="Message">The message as the reader gets it.</param>
/// <param name="Labels">What it says, at most one label a fact; empty when it says nothing.</param>
public sealed record LabelledMessage(string Id, RepMessage Message, ImmutableArray<Label> Labels)
{
    // About 30 Chinese characters or 120 letters: what one types as an answer.
    private const int ShortWeight = 120;

    /// <summary>Nothing: no labels. Short reply: asked, and short. Update: one or two labels. Report: more.</summary>
    public MessageKind Kind => Labels.Length == 0 ? MessageKind.Nothing
        : Message.Asked is not null && Message.Text.Sum(Chars.Weight) <= ShortWeight ? MessageKind.ShortReply
        : Labels.Length <= 2 ? MessageKind.Update : MessageKind.Report;
}
