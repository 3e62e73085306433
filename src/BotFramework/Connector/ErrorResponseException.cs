using Microsoft.Rest;

// In the namespace of the schema, as in the SDK.
namespace Microsoft.Bot.Schema;

/// <summary>A channel answered with an error; <see cref="Response"/> has the status and headers such as Retry-After.</summary>
public partial class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : this(message, null)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>What the channel said; null when it wasn't an error body.</summary>
    public ErrorResponse Body { get; set; }
}
