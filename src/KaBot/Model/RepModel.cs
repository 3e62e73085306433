using KaBot.Operations;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding.Proposing;
using Microsoft.Extensions.AI;

namespace KaBot.Model;

/// <summary>The model as one rep may use it: within the limits of her day, with names masked where that is set, and with an eye on what it costs and how it does.</summary>
internal sealed class RepModel(
    ModelClient client, ModelOptions options, ModelUseStore uses, CoachingStore coaching, ModelHealth health, Measures measures, TimeProvider clock, ILogger<RepModel> log)
{
    /// <summary>What the answer holds; null over the limit, without an answer, or for one of another shape. Never throws for these.</summary>
    /// <param name="read">Null for an answer that is not of the agreed shape.</param>
    public async Task<T?> AskAsync<T>(Turn turn, string prompt, string words, ChatOptions shape, Func<string, T?> read, CancellationToken cancellationToken) where T : class
    {
        if (!options.Allows(await uses.UsedAsync(turn.Person.Id, turn.Today)))
        {
            measures.Model(TimeSpan.Zero, "limit");
            return null;
        }
        var begun = clock.GetTimestamp();
        var reply = await client.AskAsync([new ChatMessage(ChatRole.System, prompt), new ChatMessage(ChatRole.User, words)], shape, cancellationToken);
        var answer = reply.Text is null ? null : read(reply.Text);
        var outcome = reply.Text is not null && answer is null ? "invalid" : reply.Outcome;
        measures.Model(clock.GetElapsedTime(begun), outcome);
        if (health.Note(outcome)) log.Log(outcome == "ok" ? LogLevel.Information : LogLevel.Warning, "The language model: {Outcome}", outcome);
        if (reply.Use.In + reply.Use.Out > 0)
        {
            measures.Tokens(reply.Use.In, "in");
            measures.Tokens(reply.Use.Out, "out");
            await uses.AddAsync(turn.Person.Id, turn.Today, reply.Use);
        }
        return answer;
    }

    /// <summary>What hides the names that this rep deals with, for one message.</summary>
    public async Task<NameMask> MaskAsync(Turn turn)
    {
        if (!options.MaskNames) return NameMask.None;
        var deals = await turn.Store.DealNamesAsync(turn.Person.Id);
        var contacts = await coaching.ContactNamesOfAsync(turn.Person.Id);
        return new NameMask(deals.Select(deal => deal.Account), [.. deals.Select(deal => deal.Name), .. contacts, turn.Person.Name ?? ""]);
    }
}
