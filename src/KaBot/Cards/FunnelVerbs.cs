namespace KaBot.Cards;

/// <summary>What a tapped button of the funnel's card asks for; see <see cref="Verbs"/>.</summary>
public static class FunnelVerbs
{
    /// <summary>Show the funnel as a whole. Data: <c>scope</c> (<c>team</c> for those who report to me); may be missing.</summary>
    public const string Show = "funnel.show";
}
