namespace KaBot.Cards;

/// <summary>What a tapped button of the funnel's card asks for; see <see cref="Verbs"/>.</summary>
public static class FunnelVerbs
{
    /// <summary>Show the funnel as a whole. Data: <c>scope</c> (<c>team</c> for those who report to me); may be missing.</summary>
    public const string Show = "funnel.show";

    /// <summary>Set a target. Data: <c>scope</c>; from the card's inputs <c>amount</c> (words; empty takes it away) and <c>since</c> (yyyy-MM-dd).</summary>
    public const string Target = "funnel.target";
}
