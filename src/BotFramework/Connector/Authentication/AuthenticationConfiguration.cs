namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What is asked of callers beyond the rule.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Endorsements a channel's key must have beside the channel's own.</summary>
    public string[] RequiredEndorsements { get; set; } = [];

    public virtual ClaimsValidator ClaimsValidator { get; set; }

    /// <summary>Issuers of Entra tokens beside those of the Bot Framework's own tenants.</summary>
    public IEnumerable<string> ValidTokenIssuers { get; set; }
}
