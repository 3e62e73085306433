using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using KaBot.Language;

namespace KaBot.Web;

/// <summary>
/// Fills the page's templates with the words of one language: <c>{{key}}</c> stands for a text of the language files. The language is
/// the one chosen on the page (a cookie), else the browser's.
/// </summary>
internal sealed partial class PageTemplate(LanguageFiles languages, SignIn signIn)
{
    private const string Cookie = "kabot.language";

    /// <summary>The texts that the templates and the page's script use.</summary>
    private static readonly string[] Keys =
    [
        "web.title", "web.tagline", "web.chat", "web.languages", "web.noscript", "web.connecting", "web.offline", "web.skip",
        "web.missing.title", "web.missing.text", "web.missing.terminal",
        "web.signin.title", "web.signin.text", "web.signin.label", "web.signin.button", "web.signin.wrong",
        "web.hints", "web.hint.checkin", "web.hint.deals", "web.hint.history", "web.hint.help",
    ];

    private readonly string _frame = Read("frame.html");
    private readonly Dictionary<string, string> _bodies = new[] { "chat", "missing", "signin" }.ToDictionary(name => name, name => Read(name + ".html"));

    public IResult Show(HttpContext context)
    {
        var texts = languages.For(Choose(context));
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        Protect(context.Response.Headers, nonce);
        var body = signIn.IsNeeded && !signIn.Allows(context.Request) ? "signin" : ChatPage.HasWebChat ? "chat" : "missing";
        var html = _frame.Replace("{{body}}", _bodies[body], StringComparison.Ordinal);
        return Results.Content(Fill(html, texts, nonce, context.Request.Query.ContainsKey("wrong")), "text/html; charset=utf-8");
    }

    private static string Choose(HttpContext context)
    {
        if (context.Request.Query["language"].ToString() is { Length: > 0 } chosen)
        {
            var language = LanguageFiles.Match(chosen);
            context.Response.Cookies.Append(Cookie, language, new CookieOptions { SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
            return language;
        }
        return context.Request.Cookies[Cookie] ?? context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1)
            .Select(each => each.Value.ToString()).FirstOrDefault() ?? "";
    }

    private static string Fill(string html, Texts texts, string nonce, bool wrong) => Placeholder().Replace(html, match => match.Groups[1].Value switch
    {
        "language" => texts.Language,
        "nonce" => nonce,
        "wrong" => wrong ? $"""<p class="wrong" role="alert">{WebUtility.HtmlEncode(texts["web.signin.wrong"])}</p>""" : "",
        // Default options escape what could end the script element.
        "words" => JsonSerializer.Serialize(Keys.Where(key => !key.StartsWith("web.signin", StringComparison.Ordinal)).ToDictionary(key => key["web.".Length..], key => texts[key])),
        var key => WebUtility.HtmlEncode(texts[key]),
    });

    /// <summary>Everything from this server; Web Chat makes its style elements with the nonce (but for one empty one), and its icons as data.</summary>
    private static void Protect(IHeaderDictionary headers, string nonce)
    {
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data: blob:; "
            + "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Web", "Page", name));

    [GeneratedRegex(@"\{\{([a-z.]+)\}\}")]
    private static partial Regex Placeholder();
}
