using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;

namespace KaBot.Web.DirectLine;

/// <summary>The person at the page. The id is the page's own and lasting; it never starts with <c>dl_</c>, which Web Chat keeps for itself.</summary>
internal sealed record DirectLineUser(string Id, string? Name);

/// <summary>What a token stands for: one conversation, one person, and the language the page was opened in.</summary>
internal sealed record DirectLineToken(string ConversationId, DirectLineUser User, string? Locale);

/// <summary>Short-lived tokens, sealed with the host's data protection keys: they outlive a restart of the server.</summary>
internal sealed partial class DirectLineTokens(IDataProtectionProvider protection)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // The lifetime is checked by the protector against the machine's clock; it knows no other.
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("KaBot.DirectLine").ToTimeLimitedDataProtector();

    public string Seal(DirectLineToken token) => _protector.Protect(JsonSerializer.Serialize(token), Lifetime);

    /// <summary>Null when the token is not ours, was changed, or has expired.</summary>
    public DirectLineToken? Open(string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        try
        {
            return JsonSerializer.Deserialize<DirectLineToken>(_protector.Unprotect(token));
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a page's own id for a conversation or a person may be used.</summary>
    public static bool IsGoodId(string? id) =>
        id is not null && GoodId().IsMatch(id) && !id.StartsWith("dl_", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex GoodId();
}
