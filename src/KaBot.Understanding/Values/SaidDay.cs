using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>A day in words that tell no fact, a question's or a setting's: "which deals close in April?".</summary>
public static class SaidDay
{
    /// <summary>The first day named, ahead of today where it may be either; of a month or quarter the last. Null for none.</summary>
    public static DateOnly? In(string words, DateOnly today)
    {
        var values = new List<Spotted>();
        DateGrammar.Find(Normalizer.Of(words), words, today, values);
        return values.Count == 0 ? null : values.MinBy(value => value.Start).Coming;
    }
}
