using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Funnel.Facts;
using KaBot.Storage;

namespace KaBot.CheckIn;

/// <summary>A check-in under way.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Since">When it began: what was told from then on is not asked again.</param>
/// <param name="Told">What the rep told in it.</param>
/// <param name="Struck">Facts known before and struck in it.</param>
/// <param name="Skipped">Facts not to be asked in it any more.</param>
/// <param name="Trail">Facts asked, in order, for "back".</param>
/// <param name="Asked">The fact asked now; null on the stage card.</param>
/// <param name="Question">Counts every asking, so that each card has an id of its own.</param>
/// <param name="Limit">How long the trail may grow before the stage card is shown.</param>
/// <param name="Doubts">Told, but contradicting what is known: the rep decides, the first one first.</param>
/// <param name="Claimed">The stage the rep claims, "" for none any more; null as in the check-in before.</param>
public sealed record Draft(
    string DealId, DateTimeOffset Since, FactSheet Told, ImmutableList<string> Struck, ImmutableList<string> Skipped,
    ImmutableList<string> Trail, string? Asked, int Question, int Limit, FactSheet Doubts, string? Claimed)
{
    /// <summary>Questions of one round: a check-in stays under a minute.</summary>
    public const int Round = 5;

    public static Draft Begin(string dealId, DateTimeOffset at) =>
        new(dealId, at, FactSheet.Empty, [], [], [], null, 0, Round, FactSheet.Empty, null);

    /// <summary>Unique in the conversation, so that an old card's answer is told from the present one's.</summary>
    public string QuestionId => $"{Since.ToUnixTimeMilliseconds()}-{Question}";

    /// <summary>This draft before the rep told the last thing in it, to take that back; null where there is nothing to take back.</summary>
    public Draft? Before { get; init; }

    /// <summary>Whether the rep told anything in it, beside what the form said that made the deal.</summary>
    public bool Said { get; init; }

    public bool HasNews => !Told.IsEmpty || !Struck.IsEmpty || Claimed is not null;

    /// <summary>What has to be settled first, or null.</summary>
    public Fact? Doubted => Doubts.All.FirstOrDefault();

    /// <summary>What was told last.</summary>
    public FactSheet ToldLast => Before is not { } before ? FactSheet.Empty : FactSheet.Of(Told.All.Concat(Doubts.All).Where(fact => before.Told[fact.Id] != fact && before.Doubts[fact.Id] != fact));

    /// <summary>Remembers how things stood before something was told.</summary>
    public Draft After(Draft before) => Told.All.SequenceEqual(before.Told.All) && Doubts.All.SequenceEqual(before.Doubts.All) && Struck.SequenceEqual(before.Struck) && Claimed == before.Claimed
        ? this with { Before = Before ?? before.Before } : this with { Before = before with { Before = null }, Said = true };

    /// <summary>Takes back what was told last. The question asked then is asked under a new number: its card is spent.</summary>
    public Draft Undo() => Before is not { } before ? this : before with { Question = Question + 1, Limit = Limit };

    /// <summary>All that is known: what was before, less what was struck, and what was told.</summary>
    public FactSheet Sheet(FactSheet before) =>
        Told.All.Aggregate(Struck.Aggregate(before, (sheet, id) => sheet.Without(id)), (sheet, fact) => sheet.With(fact));

    public string ToJson() => Json().ToJsonString();

    private JsonObject Json() => new()
    {
        ["deal"] = DealId,
        ["since"] = Since.ToString("O"),
        ["told"] = FactsJson.Write(Told),
        ["struck"] = Array(Struck),
        ["skipped"] = Array(Skipped),
        ["trail"] = Array(Trail),
        ["asked"] = Asked,
        ["question"] = Question,
        ["limit"] = Limit,
        ["doubts"] = FactsJson.Write(Doubts),
        ["claimed"] = Claimed,
        ["said"] = Said,
        ["before"] = Before?.Json(),
    };

    public static Draft Parse(string text, FactsJson facts)
    {
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement, facts);
    }

    private static Draft Read(JsonElement json, FactsJson facts) =>
        new(json.GetProperty("deal").GetString()!, json.GetProperty("since").GetDateTimeOffset(),
            facts.Read(json.GetProperty("told").GetString()), List(json, "struck"), List(json, "skipped"), List(json, "trail"),
            json.GetProperty("asked").GetString(), json.GetProperty("question").GetInt32(), json.GetProperty("limit").GetInt32(),
            facts.Read(json.GetProperty("doubts").GetString()), json.GetProperty("claimed").GetString())
        {
            Said = json.TryGetProperty("said", out var said) && said.GetBoolean(),
            Before = json.TryGetProperty("before", out var before) && before.ValueKind == JsonValueKind.Object ? Read(before, facts) : null,
        };

    private static JsonArray Array(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);

    private static ImmutableList<string> List(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
