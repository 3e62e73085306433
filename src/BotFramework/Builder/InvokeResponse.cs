namespace Microsoft.Bot.Builder;

/// <summary>What the caller of an invoke is answered.</summary>
public class InvokeResponse
{
    /// <summary>An HTTP status code.</summary>
    public int Status { get; set; }

    /// <summary>Written as JSON when present.</summary>
    public object Body { get; set; }

    public bool IsSuccessStatusCode() => Status is >= 200 and <= 299;
}
