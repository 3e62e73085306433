using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace KaBot.Web;

/// <summary>The secret of the page: asked for once in a form and remembered in a cookie, or given as a bearer token.</summary>
internal sealed class SignIn(ChatPageOptions options, IDataProtectionProvider protection)
{
    public const string Path = "/sign-in";
    private const string Cookie = "kabot.signed-in";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("KaBot.SignIn").ToTimeLimitedDataProtector();

    public bool IsNeeded => !string.IsNullOrEmpty(options.Secret);

    public bool Allows(HttpRequest request) => request.Headers.Authorization.ToString() is { Length: > 0 } given
        ? IsNeeded && given.StartsWith("Bearer ", StringComparison.Ordinal) && IsSecret(given["Bearer ".Length..])
        : !IsNeeded || Remembers(request.Cookies[Cookie]);

    /// <summary>Takes the form; a wrong secret leads back to it.</summary>
    public async Task<IResult> TakeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!IsSecret(form["secret"].ToString())) return Results.LocalRedirect("~/?wrong=1");
        context.Response.Cookies.Append(Cookie, _protector.Protect(Fingerprint, Lasts), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Lasts, IsEssential = true,
        });
        return Results.LocalRedirect("~/");
    }

    // Hashes are of one length, so that the comparison tells nothing about the secret's.
    private bool IsSecret(string given) => IsNeeded && CryptographicOperations.FixedTimeEquals(Hash(given), Hash(options.Secret!));

    // Another secret ends what the old one let in.
    private string Fingerprint => Convert.ToHexString(Hash("cookie:" + options.Secret));

    private bool Remembers(string? cookie)
    {
        try
        {
            return !string.IsNullOrEmpty(cookie) && _protector.Unprotect(cookie) == Fingerprint;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
