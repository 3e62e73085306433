using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Funnel.Playbooks;
using KaBot.Turns;
using KaBot.Understanding;
using KaBot.Understanding.Proposing;
using Microsoft.Extensions.AI;

namespace KaBot.Model;

/// <summary>
/// The language model as a second reader: nothing of its answer is taken that does not pass <see cref="ReadingCheck"/>. When it is over
/// the rep's limits, slow, down, refuses or answers badly, there are no readings of it.
/// </summary>
internal sealed class ModelReader(RepModel model, ModelOptions options, Playbook playbook, MessageReader rules) : ISecondReader
{
    private const int LongestMessage = 4000;

    /// <summary>JSON as a model reads it best: Chinese as it is.</summary>
    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReadingCheck _check = new(playbook, rules);
    private readonly string _prompt = ModelShape.Prompt("reading.md", ReadingSchema.Of(playbook), options.Format, Facts(playbook));
    private readonly ChatOptions _options = ModelShape.Options("readings", ReadingSchema.Of(playbook), options);

    public async Task<IReadOnlyList<Reading>> ReadAsync(Turn turn, RepMessage message, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(message.Text) || message.Text.Length > LongestMessage) return [];
        var mask = await model.MaskAsync(turn);
        var proposals = await model.AskAsync(turn, _prompt, Ask(message, mask), _options, answer => ModelAnswer.Read(playbook, answer), cancellationToken);
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

    private static string Facts(Playbook playbook) => "\nThe facts:\n" + string.Join('\n', playbook.Facts.Select(fact => $"- {fact.Id}: {fact.Name.In("en-US")}. {fact.Question.In("en-US")}"
        + string.Concat(fact.Choices.Select(choice => $" [{choice.Id}: {choice.Name.In("en-US")}]"))));
}
