using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KaBot.Tests.BotFramework;

/// <summary>An issuer of tokens on loopback: its OpenID metadata, its keys, and tokens that it signs.</summary>
internal sealed class OpenIdStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Dictionary<string, (RSA Key, string[] Endorsements)> _keys = [];

    private OpenIdStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/metadata", () => new { issuer = "stub", jwks_uri = $"{Url}/keys" });
        _app.MapGet("/keys", () =>
        {
            Fetches++;
            return Results.Json(new { keys = _keys.Select(key => Public(key.Key, key.Value.Key, key.Value.Endorsements)) });
        });
    }

    public string Url => _app.Urls.Single();

    public string Metadata => $"{Url}/metadata";

    /// <summary>How often the keys were asked for.</summary>
    public int Fetches { get; private set; }

    public static async Task<OpenIdStub> StartAsync()
    {
        var stub = new OpenIdStub();
        stub.AddKey("key-1", "msteams", "webchat");
        await stub._app.StartAsync();
        return stub;
    }

    public void AddKey(string id, params string[] endorsements) => _keys[id] = (RSA.Create(2048), endorsements);

    /// <summary>A token that is right in every way, but for what is given.</summary>
    public string Token(
        string issuer = "https://api.botframework.com", string audience = "bot-id", string? serviceUrl = "https://channel.test/",
        string keyId = "key-1", TimeSpan? age = null, RSA? forgery = null, string algorithm = SecurityAlgorithms.RsaSha256,
        params Claim[] claims)
    {
        var begin = DateTime.UtcNow - (age ?? TimeSpan.Zero);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = begin,
            IssuedAt = begin,
            Expires = begin.AddHours(1),
            Subject = new ClaimsIdentity(serviceUrl is null ? claims : [new Claim("serviceurl", serviceUrl), .. claims]),
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(forgery ?? _keys[keyId].Key) { KeyId = keyId }, algorithm)
            {
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
            },
        });
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static object Public(string id, RSA key, string[] endorsements)
    {
        var parameters = key.ExportParameters(false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = id,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
            endorsements,
        };
    }
}
