using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Asking;

namespace KaBot.CheckIn;

/// <summary>Which of the facts known "strike that" means. Pure.</summary>
internal static class TakenBack
{
    /// <summary>
    /// Ids: what was told last for "undo"; else the facts that the words name, or whose own words or value they repeat, or that they
    /// would tell if they were news. None where nothing known is meant.
    /// </summary>
    public static IReadOnlyList<string> Of(
        string message, FactSheet known, FactSheet told, Playbook playbook, FactNames names, RemarkReader remarks, IReadOnlyList<Fact> heard)
    {
        if (remarks.Undoes(message)) return Last(told);
        List<string> named = [.. names.In(message).Where(id => known[id] is not null).Take(1)];
        if (named.Count > 0) return named;
        List<string> repeated = [.. known.All.Where(fact => Repeats(message, fact, playbook.Fact(fact.Id)!)).Select(fact => fact.Id)];
        return repeated.Count > 0 ? repeated : [.. heard.Select(fact => fact.Id).Where(id => known[id] is not null)];
    }

    private static List<string> Last(FactSheet told) =>
        told.IsEmpty ? [] : [.. told.All.Where(fact => fact.At == told.All.Max(each => each.At)).Select(fact => fact.Id)];

    // 收到对方合同那条删了: most of the fact's name, or of the words it rests on, stands in the message.
    private static bool Repeats(string message, Fact fact, FactDefinition definition) =>
        definition.Name.ByLanguage.Values.Append(fact.Evidence?.Words ?? "").Any(words => Shared(message, words) * 3 >= words.Length * 2 && words.Length > 1);

    /// <summary>How many characters of the words stand in the message in one piece.</summary>
    private static int Shared(string message, string words)
    {
        var most = 0;
        for (var start = 0; start < words.Length; start++)
            for (var length = most + 1; start + length <= words.Length && message.Contains(words.AsSpan(start, length).ToString(), StringComparison.OrdinalIgnoreCase); length++)
                most = length;
        return most;
    }
}
