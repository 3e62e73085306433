using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace KaBot.Benchmarks;

/// <summary>The stand-in for the Bot Framework alone: a four-step waterfall with its state in memory, over HTTP.</summary>
internal sealed class Waterfall : IBenchmark
{
    /// <summary>Makes this program serve the waterfall instead of measuring.</summary>
    public const string ServeArgument = "--serve-waterfall";

    public string Name => "waterfall";

    public async Task<IReadOnlyList<Row>> RunAsync()
    {
        using var connector = new Connector();
        using var server = await ServerProcess.Bare().ReadyAsync();
        var result = await Load.RunAsync(server, connector, connection => Waterfalls(connector, connection));
        return
        [
            new("four-step waterfall on the stand-in, no database, 8 connections", Row.Text($"{result.PerSecond:N0} turns/s"),
                Row.Text($"1,300 on the real SDK: {result.PerSecond / 1300:0.0} ×")),
            new("… p50 and p99", Row.Text($"{result.P50Ms:0.00} ms, {result.P99Ms:0.00} ms"), "5.4 ms, 22 ms"),
            new("… CPU per turn", Row.Text($"{result.CpuMsPerTurn:0.00} ms"), Row.Text($"1.5 ms on the real SDK: {result.CpuMsPerTurn / 1.5:0.00} ×")),
        ];
    }

    private static IEnumerable<Spoken> Waterfalls(Connector connector, int connection)
    {
        var rep = new Rep(connector, $"{connection}");
        while (true)
        {
            yield return rep.Say("yes");
            if (!rep.Answered) throw new InvalidOperationException("The waterfall did not answer.");
        }
    }

    /// <summary>Serves until it is killed.</summary>
    public static async Task ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build()));
        var bot = new Bot();
        app.MapPost("/api/messages", (HttpRequest request, HttpResponse response) => adapter.ProcessAsync(request, response, bot));
        await app.RunAsync();
    }

    private sealed class Bot : ActivityHandler
    {
        private readonly ConversationState _state = new(new MemoryStorage());
        private readonly DialogSet _dialogs;

        public Bot()
        {
            _dialogs = new DialogSet(_state.CreateProperty<DialogState>("dialogs"));
            _dialogs.Add(new WaterfallDialog("steps", [Ask, Ask, Ask, async (step, cancel) =>
            {
                await step.Context.SendActivityAsync("done", cancellationToken: cancel);
                return await step.EndDialogAsync(cancellationToken: cancel);
            }]));
            _dialogs.Add(new TextPrompt("text"));
        }

        public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var dialogs = await _dialogs.CreateContextAsync(turnContext, cancellationToken);
            if ((await dialogs.ContinueDialogAsync(cancellationToken)).Status == DialogTurnStatus.Empty) await dialogs.BeginDialogAsync("steps", null, cancellationToken);
            await _state.SaveChangesAsync(turnContext, cancellationToken: cancellationToken);
        }

        private static Task<DialogTurnResult> Ask(WaterfallStepContext step, CancellationToken cancel) =>
            step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("and then?") }, cancel);
    }
}
