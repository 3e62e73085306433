using KaBot.Funnel.Facts;

namespace KaBot.Understanding.Learning;

/// <summary>The labels of what a clause tells.</summary>
internal static class Tells
{
    /// <summary>Any fact at all; said with a hedge; yes, no or undecided as the answer to what was asked.</summary>
    public const string Any = "any", Hedged = "hedged", AnswerYes = "answer+", AnswerNo = "answer-";

    public static string Yes(string fact) => fact + "+";

    public static string No(string fact) => fact + "-";

    public static string Choice(string fact, string choice) => $"{fact}.{choice}+";

    /// <summary>The fact of a label; of those of no fact, what is no fact's id.</summary>
    public static string FactOf(string label) => label[..(label.IndexOfAny(['.', '+', '-']) is >= 0 and var end ? end : label.Length)];

    /// <summary>So many so far; so many more.</summary>
    public static string Total(string fact) => fact + ".tot+";

    public static string More(string fact) => fact + ".inc+";

    /// <summary>What a clause that shows this value tells; several for several choices.</summary>
    public static IEnumerable<string> Of(string fact, FactValue value) => value switch
    {
        FactValue.Choice choice => [Choice(fact, choice.Id)],
        FactValue.Choices choices => choices.Ids.Select(id => Choice(fact, id)),
        FactValue.Open or FactValue.Flag { Value: false } or FactValue.List { Items.IsEmpty: true } or FactValue.Count { Value: 0 } => [No(fact)],
        FactValue.Count { Increment: true } => [More(fact)],
        FactValue.Count => [Total(fact)],
        _ => [Yes(fact)],
    };
}
