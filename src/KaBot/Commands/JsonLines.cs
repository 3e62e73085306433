using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KaBot.Commands;

/// <summary>
/// A line of JSON in, a line of JSON out. A bad line is answered <c>{"id", "error"}</c>, the error with the line's number, and does not
/// stop the rest.
/// </summary>
internal static class JsonLines
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Exit code: 0, or 1 when any line was bad.</summary>
    public static int Run(TextReader input, TextWriter output, Func<JsonElement, JsonObject> answer)
    {
        var bad = false;
        for (var number = 1; input.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            JsonElement json = default;
            JsonObject result;
            try
            {
                using var document = JsonDocument.Parse(line);
                json = document.RootElement.Clone();
                result = answer(json);
            }
            // InvalidOperationException: a text with half a surrogate pair is told only when it is read.
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
            {
                bad = true;
                result = new JsonObject { ["id"] = FactLine.IdOf(json), ["error"] = $"line {number}: " + (fault is FormatException ? fault.Message : $"no valid JSON: {fault.Message}") };
            }
            output.WriteLine(result.ToJsonString(Readable));
        }
        output.Flush();
        return bad ? 1 : 0;
    }

    /// <summary>Standard input and output as UTF-8 without a mark, buffered.</summary>
    public static (TextReader In, TextWriter Out) Standard()
    {
        var utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return (new StreamReader(Console.OpenStandardInput(), utf8), new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16));
    }
}
