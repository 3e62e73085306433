using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>An error by code and message.</summary>
public class Error
{
    public Error()
    {
    }

    public Error(string code = default, string message = default, InnerHttpError innerHttpError = default)
    {
        Code = code;
        Message = message;
        InnerHttpError = innerHttpError;
    }

    [JsonPropertyName("code")]
    public string Code { get; set; }

    [JsonPropertyName("message")]
    public string Message { get; set; }

    [JsonPropertyName("innerHttpError")]
    public InnerHttpError InnerHttpError { get; set; }
}
