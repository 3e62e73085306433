using System.Net;

namespace KaBot.Web;

/// <summary>
/// Lets in only who sits at this machine. The host name is checked too: a web page elsewhere whose name was made to point here
/// (DNS rebinding) still sends its own name. So is the origin: other pages of this machine's browser have no business here.
/// </summary>
internal static class LocalCallers
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"];

    /// <summary>For an endpoint filter: 403 for all others.</summary>
    /// <param name="behindProxy">True: a proxy on this machine may bring callers from elsewhere. Only where they must sign in.</param>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Only(bool behindProxy) =>
        async (context, next) => Allows(context.HttpContext, behindProxy)
            ? await next(context)
            : Results.Text("KaBot's chat page answers on this machine only: http://localhost", statusCode: StatusCodes.Status403Forbidden);

    public static bool Allows(HttpContext context, bool behindProxy) =>
        IsLoopback(context.Connection.LocalIpAddress) && IsLoopback(context.Connection.RemoteIpAddress)
        && (behindProxy || (IsLoopbackName(context.Request.Host.Host) && !Forwarding.Any(context.Request.Headers.ContainsKey)))
        && IsOwnOrigin(context.Request);

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, Authority(request), StringComparison.OrdinalIgnoreCase));

    // A Uri leaves its scheme's usual port out.
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own) ? own.Authority : "";

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
