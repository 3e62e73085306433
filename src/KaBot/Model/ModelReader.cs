using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Funnel.Playbooks;
using KaBot.Operations;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding;
using KaBot.Understanding.Proposing;
using Microsoft.Extensions.AI;

namespace KaBot.Model;

/// <summary>
/// The language model as a second reader: within the rep's daily limits, with names masked where that is set, and nothing of its answer
/// taken that does not pass <see cref="ReadingCheck"/>. When it is slow, down, refuses or answers badly, there are no readings of it.
/// </summary>
internal sealed class ModelReader(
    ModelClient client, ModelOptions options, ModelUseStore uses, CoachingStore coaching, Playbook playbook, MessageReader rules, ModelHealth health,
    Measures measures, TimeProvider clock, ILogger<ModelReader> log) : ISecondReader
{
    private const int LongestMessage = 4000;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReadingCheck _check = new(playbook, rules);
    private readonly string _prompt = Prompt(playbook, options.Format);
    private readonly ChatOptions _options = Shape(playbook, options);

    public async Task<IReadOnlyList<Reading>> ReadAsync(Turn turn, RepMessage message, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(message.Text) || message.Text.Length > LongestMessage) return [];
        if (!options.Allows(await uses.UsedAsync(turn.Person.Id, turn.Today)))
        {
            measures.Model(TimeSpan.Zero, "limit");
            return [];
        }
        var mask = options.MaskNames ? await MaskAsync(turn) : NameMask.None;
        var begun = clock.GetTimestamp();
        var reply = await client.AskAsync([new ChatMessage(ChatRole.System, _prompt), new ChatMessage(ChatRole.User, Ask(message, mask))], _options, cancellationToken);
        var proposals = reply.Text is null ? [] : ModelAnswer.Read(playbook, reply.Text);
        var outcome = proposals is null ? "invalid" : reply.Outcome;
        measures.Model(clock.GetElapsedTime(begun), outcome);
        if (health.Note(outcome)) log.Log(outcome == "ok" ? LogLevel.Information : LogLevel.Warning, "The language model: {Outcome}", outcome);
        if (reply.Use.In + reply.Use.Out > 0)
        {
            measures.Tokens(reply.Use.In, "in");
            measures.Tokens(reply.Use.Out, "out");
            await uses.AddAsync(turn.Person.Id, turn.Today, reply.Use);
        }
        return [.. (proposals ?? []).Select(proposal => _check.Accept(message, Shown(proposal, mask))).OfType<Reading>().DistinctBy(reading => reading.FactId)];
    }

    private static string Ask(RepMessage message, NameMask mask) => new JsonObject
    {
        ["text"] = mask.Hide(message.Text), ["at"] = message.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), ["asked"] = message.Asked,
    }.ToJsonString(Readable);

    private static Proposal Shown(Proposal proposal, NameMask mask) => proposal with
    {
        Evidence = mask.Show(proposal.Evidence),
        Value = proposal.Value switch
        {
            Funnel.Facts.FactValue.Text text => new Funnel.Facts.FactValue.Text(mask.Show(text.Value)),
            Funnel.Facts.FactValue.List list => new Funnel.Facts.FactValue.List([.. list.Items.Select(mask.Show)]),
            var other => other,
        },
    };

    private async Task<NameMask> MaskAsync(Turn turn)
    {
        var deals = await turn.Store.DealNamesAsync(turn.Person.Id);
        var contacts = await coaching.ContactNamesOfAsync(turn.Person.Id);
        return new NameMask(deals.Select(deal => deal.Account), [.. deals.Select(deal => deal.Name), .. contacts, turn.Person.Name ?? ""]);
    }

    private static string Prompt(Playbook playbook, ModelFormat format)
    {
        var words = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Model", "reading.md"));
        var facts = string.Join('\n', playbook.Facts.Select(fact => $"- {fact.Id}: {fact.Name.In("en-US")}. {fact.Question.In("en-US")}"
            + string.Concat(fact.Choices.Select(choice => $" [{choice.Id}: {choice.Name.In("en-US")}]"))));
        var schema = format == ModelFormat.JsonSchema ? "" : "\n\nThe answer follows this JSON schema, and holds nothing else:\n" + ReadingSchema.Of(playbook).ToJsonString();
        return $"{words}\nThe facts:\n{facts}{schema}";
    }

    private static ChatOptions Shape(Playbook playbook, ModelOptions options) => new()
    {
        Temperature = options.Temperature, MaxOutputTokens = options.MostOutput,
        ResponseFormat = options.Format == ModelFormat.JsonObject ? ChatResponseFormat.Json
            : ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(ReadingSchema.Of(playbook)), "readings"),
        AdditionalProperties = new() { ["strict"] = true },
    };
}
