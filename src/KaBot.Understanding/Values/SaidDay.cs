using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>A day in words that tell no fact, a question's or a setting's: "which deals close in April?".</summary>
public static class SaidDay
{
    /// <summary>The first day named, ahead of today where it may be either; of a month or quarter the last. Null for none.</summary>
    /// <param name="at">When it is said, with the offset of who says it.</param>
    public static DateOnly? In(string words, DateTimeOffset at)
    {
        var values = new List<Spotted>();
        DateGrammar.Find(Normalizer.Of(words), words, DateOnly.FromDateTime(at.DateTime), dayFirst: !Chars.AnyHan(words) && at.Offset >= TimeSpan.Zero, values);
        return values.Count == 0 ? null : values.MinBy(value => value.Start).Coming;
    }
}
