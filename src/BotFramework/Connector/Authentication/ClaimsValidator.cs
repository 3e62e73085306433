using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Decides on the claims of a caller whose token is good.</summary>
public abstract class ClaimsValidator
{
    /// <exception cref="UnauthorizedAccessException">The caller is not welcome.</exception>
    public abstract Task ValidateClaimsAsync(IList<Claim> claims);
}
