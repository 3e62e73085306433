using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Funnel.Facts;
using KaBot.Storage;

namespace KaBot.Quiz;

/// <summary>A deal quiz under way.</summary>
/// <param name="Since">When it began; ageing is judged by it throughout.</param>
/// <param name="Told">What was answered, each with its words.</param>
/// <param name="Asked">Fact ids settled in it, in order; those not told are "do not know".</param>
/// <param name="Shown">Fact ids of the question shown.</param>
/// <param name="Stage">Its stage; empty when none is shown.</param>
/// <param name="Ticked">Fact ids said to be so whose value is still to be told, the first one asked now.</param>
/// <param name="Question">Counts the cards shown, so that each has an id of its own.</param>
/// <param name="Questions">Counts the questions put.</param>
/// <param name="Claimed">The stage the rep takes the deal to be in; null for none.</param>
internal sealed record QuizDraft(
    string DealId, DateTimeOffset Since, FactSheet Told, ImmutableList<string> Asked, ImmutableList<string> Shown, string Stage,
    ImmutableList<string> Ticked, int Question, int Questions, string? Claimed)
{
    /// <summary>In place of a stage: the rep is asked first which stage it is, before the questions can sway the answer.</summary>
    public const string ClaimStep = "claim";

    public static QuizDraft Begin(string dealId, DateTimeOffset at, string? claimed) =>
        new(dealId, at, FactSheet.Empty, [], [], claimed is null ? ClaimStep : "", [], 0, 0, claimed);

    public bool Claiming => Stage == ClaimStep;

    /// <summary>Unique in the conversation, so that an old card's answer is told from the present one's.</summary>
    public string QuestionId => $"{Since.ToUnixTimeMilliseconds()}-{Question}";

    public QuizDraft Settle(string factId) => Asked.Contains(factId) ? this : this with { Asked = Asked.Add(factId) };

    public QuizDraft Learn(Fact fact) => (this with { Told = Told.With(fact), Ticked = Ticked.Remove(fact.Id) }).Settle(fact.Id);

    public string ToJson() => new JsonObject
    {
        ["deal"] = DealId,
        ["since"] = Since.ToString("O"),
        ["told"] = FactsJson.Write(Told),
        ["asked"] = Array(Asked),
        ["shown"] = Array(Shown),
        ["stage"] = Stage,
        ["ticked"] = Array(Ticked),
        ["question"] = Question,
        ["questions"] = Questions,
        ["claimed"] = Claimed,
    }.ToJsonString();

    public static QuizDraft Parse(string text, FactsJson facts)
    {
        using var document = JsonDocument.Parse(text);
        var json = document.RootElement;
        return new QuizDraft(json.GetProperty("deal").GetString()!, json.GetProperty("since").GetDateTimeOffset(), facts.Read(json.GetProperty("told").GetString()),
            List(json, "asked"), List(json, "shown"), json.GetProperty("stage").GetString()!, List(json, "ticked"),
            json.GetProperty("question").GetInt32(), json.GetProperty("questions").GetInt32(),
            json.TryGetProperty("claimed", out var claimed) ? claimed.GetString() : null);
    }

    private static JsonArray Array(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);

    private static ImmutableList<string> List(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
