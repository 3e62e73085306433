using KaBot.Cards;
using KaBot.CheckIn;
using KaBot.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Language;
using KaBot.Quiz;
using KaBot.Operations;
using KaBot.Storage;
using KaBot.Turns;
using KaBot.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace KaBot.Chat;

/// <summary>
/// The life of a message: wait for the conversation's turn; answer a known activity from the journal, with what of it was not sent yet;
/// load the state; let the router find who answers; record state, changes and replies in one transaction; only then send.
/// </summary>
public sealed class TurnPipeline(
    Store store, Playbook playbook, MessageReader reader, LanguageFiles languages, ConversationGate gate, TurnQueue queue, AnswerSender sender, CommandWords words, Router router,
    CheckInDialog checkIn, PlayDialog play, QuizDialog quiz, FactsJson facts, LocalTime localTime, TimeProvider clock, Measures measures, ILogger<TurnPipeline> log) : IBot
{
    private const int MostTries = 3;
    private readonly DialogSet _dialogs = new DialogSet(new TurnDialogs()).Add(checkIn).Add(play).Add(quiz);

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        Incoming.Clean(activity);
        if (!IsForUs(activity)) return;
        using var measured = measures.Turn(activity.Type);
        using var pass = await gate.EnterAsync(activity.Conversation.Id, cancellationToken);
        await using var place = await queue.EnterAsync(activity.Conversation.Id, cancellationToken);
        var activityId = activity.Id is { Length: > 0 and <= 500 } id ? id : "no-id-" + Ids.New(clock.GetUtcNow());
        var (answer, passage) = await TakeAsync(turnContext, activity, activityId, cancellationToken);
        await sender.SendAsync(turnContext, activityId, answer, passage, place, cancellationToken);
        measured.Done();
    }

    private static bool IsForUs(Activity activity) => !string.IsNullOrEmpty(activity.Conversation?.Id) && !string.IsNullOrEmpty(activity.From?.Id)
        && (activity.Type is ActivityTypes.Message || activity is { Type: ActivityTypes.Invoke, Name: "adaptiveCard/action" } || IsHello(activity) || IsGoodbye(activity));

    /// <summary>The app was taken away: nothing is answered, and no reminder sent any more.</summary>
    private static bool IsGoodbye(Activity activity) => activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" };

    private static bool IsHello(Activity activity) => activity.Type switch
    {
        ActivityTypes.ConversationUpdate => activity.MembersAdded?.Any(member => member.Id != activity.Recipient?.Id) == true,
        ActivityTypes.InstallationUpdate => activity.Action == "add",
        _ => false,
    };

    /// <summary>Takes the turn, or finds that it was taken; returns its answer, on disk by then, and the right to send it where that is left.</summary>
    private async Task<(Answer Answer, Passage? Passage)> TakeAsync(ITurnContext context, Activity activity, string activityId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var start = await store.StartTurnAsync(activity.Conversation.Id, activityId);
            if (start.Replies is { } known) return await AgainAsync(activity, activityId, Answer.Parse(known), cancellationToken);
            var state = ConversationState.Parse(start.State);
            var turn = await BeginAsync(activity, activityId, state);
            context.TurnState.Set(state);
            context.TurnState.Set(turn);
            await RunAsync(context, turn, state, activity, cancellationToken);
            if (turn.Missed is { } day) turn.Say(turn.Texts.Say("reminder.missed", ("day", Days.Short(turn.Texts, day))));
            if (turn.Spoken is { } spoken) state.Spoken = (spoken, turn.Now);
            state.Practising = turn.Practising;
            state.Pending = turn.Pending.IsEmpty ? null : FactsJson.Write(turn.Pending);
            var answer = Answer.Of(turn);
            var passage = sender.Claim(activity, answer);
            try
            {
                await store.CommitTurnAsync(new TurnCommit(activity.Conversation.Id, activityId, clock.GetUtcNow(), state.ToJson(), start.Version,
                    answer.ToJson(), turn.Changes) { Claim = passage?.Claim, Along = passage?.Along });
                return (answer, passage);
            }
            catch (StateMovedException) when (attempt < MostTries)
            {
                log.LogInformation("Another node took a turn of this conversation first; turn {Activity} is taken anew", activityId);
            }
        }
    }

    private async Task<(Answer Answer, Passage? Passage)> AgainAsync(Activity activity, string activityId, Answer known, CancellationToken cancellationToken) =>
        (known, await sender.ClaimAgainAsync(activity, activityId, known, cancellationToken));

    private async Task<Turn> BeginAsync(Activity activity, string activityId, ConversationState state)
    {
        var known = await store.FindPersonAsync(activity.ChannelId ?? "", activity.From.Id);
        var now = await localTime.OfAsync(activity, known?.Id);
        var name = string.IsNullOrWhiteSpace(activity.From.Name) ? known?.Name : activity.From.Name.Trim();
        var person = (known ?? new Person(Ids.New(now), activity.ChannelId ?? "", activity.From.Id, name, null, null, now)) with
        {
            // Whoever writes can be written to again.
            Name = name, Reference = References.Of(activity, known?.Reference), Unreachable = IsGoodbye(activity) ? "uninstalled" : null,
            Missed = activity.Type == ActivityTypes.Message ? null : known?.Missed,
        };
        var text = activity.Type == ActivityTypes.Message ? Incoming.Text(activity) : "";
        var command = Incoming.Tap(activity) ?? words.Read(text);
        var turn = new Turn
        {
            Playbook = playbook, Reader = reader, Languages = languages, Store = store, Person = person,
            Texts = languages.For(person.Language ?? activity.Locale), Now = now, ActivityId = activityId, Text = text,
            Practising = command is { Tapped: true } ? null : state.Practising, Command = command, DealUnderWay = state.DealUnderWay, Spoken = SpokenToday(state, now), Missed = person.Missed is null ? known?.Missed : null, Pending = Waits(command) ? facts.Read(state.Pending) : FactSheet.Empty,
        };
        if (known != person) turn.Changes.Add(new Change.PersonSaved(person));
        return turn;
    }

    /// <summary>"This deal" is the one spoken of last, while that was today.</summary>
    private static string? SpokenToday(ConversationState state, DateTimeOffset now) =>
        state.Spoken is (var deal, var at) && DateOnly.FromDateTime(at.ToOffset(now.Offset).DateTime) == DateOnly.FromDateTime(now.DateTime) ? deal : null;

    /// <summary>What was told of an unnamed deal waits while the rep picks one, by a tap or by its name; any other turn lets it go.</summary>
    private static bool Waits(Command? command) => command is null or { Name: Verbs.Start or Verbs.Deals or Verbs.NewDeal or Verbs.CreateDeal };

    private async Task RunAsync(ITurnContext context, Turn turn, ConversationState state, Activity activity, CancellationToken cancellationToken)
    {
        if (IsGoodbye(activity)) return;
        if (IsHello(activity))
        {
            if (state.Welcomed) return;
            state.Welcomed = true;
            turn.Show(WelcomeCard.Of(turn.Texts, new WelcomeView(turn.Person.Name, (await store.DealsOfAsync(turn.Person.Id)).Count > 0)));
            return;
        }
        if (turn.Text.Length > Incoming.LongestText)
        {
            turn.Say(turn.Texts.Say("chat.toolong", ("n", Incoming.LongestText)));
            return;
        }
        await router.RouteAsync(await _dialogs.CreateContextAsync(context, cancellationToken), turn, cancellationToken);
    }
}
