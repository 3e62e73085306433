using KaBot.Understanding.Text;

namespace KaBot.Understanding.Values;

/// <summary>A day in words that tell no fact, a question's or a setting's: "which deals close in April?".</summary>
public static class SaidDay
{
    /// <summary>The first day named, ahead of today where it may be either; of a month or quarter the last. Null for none.</summary>
    /// <param name="at">When it is said, with the offset of who says it.</param>
    public static DateOnly? In(string words, DateTimeOffset at) => First(words, at)?.Coming;

    /// <summary>The same of a day that lies behind: the 3rd is this month's or the last one's. Null for none.</summary>
    public static DateOnly? Past(string words, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.DateTime);
        if (First(words, at) is not { } said) return null;
        if (said.Date <= today) return said.Date;
        var earlier = said.Ambiguous ? said.Date.AddDays(-7) : DateGrammar.NamesMonth(Normalizer.Of(words).AsSpan(said.Start, said.End - said.Start)) ? said.Date.AddYears(-1) : said.Date.AddMonths(-1);
        return earlier <= today ? earlier : null;
    }

    private static Spotted? First(string words, DateTimeOffset at)
    {
        var values = new List<Spotted>();
        DateGrammar.Find(Normalizer.Of(words), words, DateOnly.FromDateTime(at.DateTime), dayFirst: !Chars.AnyHan(words) && at.Offset >= TimeSpan.Zero, values);
        return values.Count == 0 ? null : values.MinBy(value => value.Start);
    }
}
