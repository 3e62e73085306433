using System.Collections.Immutable;

namespace KaBot.Funnel.Coaching.People;

/// <summary>A person that the map should know, and what is known of them.</summary>
/// <param name="Roles">Role ids of coaching-people.yaml.</param>
public sealed record PersonNews(string Name, string? Title, ImmutableArray<string> Roles, Side Side)
{
    private static readonly ImmutableArray<string> Asking = ["?", "？", "吗", "谁"];

    /// <summary>Who a message says is for us or against us: "信息科老王是我们这边的人"; null where it says no such thing, or asks.</summary>
    public static PersonNews? Read(PeopleBook book, string text)
    {
        if (Asking.Any(text.Contains) || book.SideIn(text) is not { } side || PersonName.In(text) is not var (name, title)) return null;
        return new PersonNews(name, title, [.. book.Roles.Where(role => role.Name.ByLanguage.Values.Any(word => Cued.Has(text, word))).Select(role => role.Id)], side);
    }
}
