using System.Text.Json;
using KaBot.Cards.Elements;
using KaBot.Language;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace KaBot.Chat.Terminal;

/// <summary>Takes a turn: an activity in, what the bot answered out.</summary>
public delegate Task<IReadOnlyList<Activity>> Turn(Activity activity, CancellationToken cancellationToken);

/// <summary>
/// A conversation at a terminal, line by line: a line that names an option, by its number or by its title in brackets, taps it; any
/// other is a message. Ends with its input, or with the word that the greeting names.
/// </summary>
public sealed class TerminalChat(Turn turn, TextReader input, TextWriter output, Texts texts, TimeProvider clock)
{
    private readonly List<(TerminalOption Option, string? Card)> _options = [];
    private List<(JsonElement Card, string? Id)> _cards = [];

    /// <summary>Who sits at the terminal.</summary>
    public string User { get; init; } = Environment.UserName;

    /// <summary>A conversation with the bot that a host is composed of.</summary>
    public static TerminalChat With(IServiceProvider host, TextReader input, TextWriter output, Texts texts, string? user = null)
    {
        var bot = host.GetRequiredService<IBot>();
        var adapter = new TerminalAdapter();
        return new TerminalChat((activity, cancellation) => adapter.ProcessAsync(activity, bot.OnTurnAsync, cancellation),
            input, output, texts, host.GetService<TimeProvider>() ?? TimeProvider.System) { User = user ?? Environment.UserName };
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        output.WriteLine(texts["terminal.hello"]);
        var hello = Make(ActivityTypes.ConversationUpdate);
        hello.MembersAdded = [hello.From, hello.Recipient];
        await TakeAsync(hello, cancellationToken);
        while (!cancellationToken.IsCancellationRequested && Ask("> ") is { } line)
        {
            if (texts["terminal.end"].Split(' ').Contains(line, StringComparer.OrdinalIgnoreCase)) break;
            if (line.Length == 0) continue;
            if (line == "+") Unfold();
            else if (_options.Find(known => Names(line, known.Option)) is { Option: not null } chosen)
                await TapAsync(chosen.Option, chosen.Card, cancellationToken);
            else
                await SayAsync(line, cancellationToken);
        }
        output.WriteLine(texts["terminal.bye"]);
    }

    private static bool Names(string line, TerminalOption option) => option.Label.Equals(line, StringComparison.OrdinalIgnoreCase)
        || line.Length > 2 && line[0] == '[' && line[^1] == ']' && line[1..^1] == option.Title;

    private Task SayAsync(string text, CancellationToken cancellationToken)
    {
        var message = Make(ActivityTypes.Message);
        message.Text = text;
        return TakeAsync(message, cancellationToken);
    }

    private async Task TapAsync(TerminalOption option, string? card, CancellationToken cancellationToken)
    {
        var data = option.Action.TryGetProperty("data", out var given)
            ? given.EnumerateObject().ToDictionary(pair => pair.Name, pair => (object?)pair.Value) : [];
        foreach (var field in option.Inputs)
        {
            if (Fill(field) is not { } value) return;
            data[field.Name] = value;
        }
        var submit = option.Action.Text("type") == "Action.Submit";
        var tap = Make(submit ? ActivityTypes.Message : ActivityTypes.Invoke);
        tap.Name = submit ? null : "adaptiveCard/action";
        tap.ReplyToId = card;
        tap.Value = submit ? JsonSerializer.SerializeToElement(data) : JsonSerializer.SerializeToElement(new
        {
            action = new { type = "Action.Execute", verb = option.Action.Text("verb"), data },
        });
        await TakeAsync(tap, cancellationToken);
    }

    /// <summary>The value of a field; null when the input has ended.</summary>
    private string? Fill(TerminalInput field)
    {
        for (var i = 0; i < field.Choices.Count; i++) output.WriteLine($"    {i + 1}. {field.Choices[i].Title}");
        while (Ask(field.Shown.Length > 0 ? $"  {field.Label} [{field.Shown}]: " : $"  {field.Label}: ") is { } line)
        {
            if (field.Read(line) is { } value) return value;
            output.WriteLine(texts[field.Choices.Count > 0 ? "terminal.choose" : "terminal.required"]);
        }
        return null;
    }

    private string? Ask(string prompt)
    {
        output.Write(prompt);
        output.Flush();
        return input.ReadLine()?.Trim();
    }

    private async Task TakeAsync(Activity activity, CancellationToken cancellationToken)
    {
        var answers = await turn(activity, cancellationToken);
        var cards = new List<(JsonElement, string?)>();
        foreach (var answer in answers)
        {
            if (answer.Type == ActivityTypes.Message && !string.IsNullOrEmpty(answer.Text))
                foreach (var line in TerminalCard.Clean(answer.Text)) output.WriteLine(line);
            cards.AddRange(Cards(answer));
        }
        _options.Clear();
        _cards = cards;
        Show(all: false);
    }

    private static IEnumerable<(JsonElement, string?)> Cards(Activity answer)
    {
        if ((answer.Value as InvokeResponse)?.Body is AdaptiveCardInvokeResponse { Type: Card.ContentType } replaced)
            return [(JsonSerializer.SerializeToElement(replaced.Value), null)];
        return (answer.Attachments ?? []).Where(attachment => attachment.ContentType == Card.ContentType)
            .Select(attachment => (JsonSerializer.SerializeToElement(attachment.Content), (string?)answer.Id));
    }

    private void Unfold()
    {
        _options.Clear();
        Show(all: true);
    }

    private void Show(bool all)
    {
        foreach (var (json, id) in _cards)
        {
            var card = TerminalCard.Of(json, all, _options.Count);
            output.WriteLine();
            foreach (var line in card.Lines) output.WriteLine("  " + line);
            if (card.HasHidden && !all) output.WriteLine("  [+] " + texts["terminal.unfold"]);
            _options.AddRange(card.Options.Select(option => (option, id)));
        }
        output.WriteLine();
    }

    // A machine that runs on UTC tells nothing of where its user is.
    private Activity Make(string type)
    {
        var now = clock.GetUtcNow();
        return new Activity
        {
            Type = type, Id = Guid.CreateVersion7(now).ToString("n"), ChannelId = "terminal", ServiceUrl = "terminal:", Locale = texts.Language,
            Timestamp = now, LocalTimezone = clock.LocalTimeZone is { BaseUtcOffset.Ticks: 0, SupportsDaylightSavingTime: false } ? null : clock.LocalTimeZone.Id,
            From = new ChannelAccount(User, User), Recipient = new ChannelAccount("kabot", "KaBot"),
            Conversation = new ConversationAccount(id: $"terminal-{User}", conversationType: "personal"),
        };
    }
}
