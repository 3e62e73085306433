using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Throws when a reply is not what was expected.</summary>
public delegate void ValidateReply(IActivity expected, IActivity actual);

/// <summary>A conversation written down as a test: who says what. Each step starts when the one before is through.</summary>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler _callback;
    private readonly Task _before;

    public TestFlow(TestAdapter adapter, BotCallbackHandler callback = null)
    {
        _adapter = adapter;
        _callback = callback;
        _before = Task.CompletedTask;
    }

    public TestFlow(Task task, TestFlow flow)
    {
        _before = task ?? Task.CompletedTask;
        _callback = flow._callback;
        _adapter = flow._adapter;
    }

    public TestFlow(Func<Task> getTask, TestFlow flow)
        : this(getTask?.Invoke(), flow)
    {
    }

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    /// <summary>Runs the conversation; fails with the first step that does.</summary>
    public Task StartTestAsync() => _before;

    public TestFlow Send(string userSays)
    {
        if (userSays is null) throw new ArgumentNullException(nameof(userSays), "You have to pass a userSays parameter");
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, default));
    }

    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded.Add(_adapter.Conversation.User);
        return _adapter.ProcessActivityAsync(update, _callback);
    });

    public TestFlow Send(IActivity userActivity)
    {
        if (userActivity is null) throw new ArgumentNullException(nameof(userActivity), "You have to pass an Activity");
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback));
    }

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    /// <summary>The bot's next message must have this text, white space around it aside.</summary>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description ?? expected, timeout);

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) => AssertReply(
        reply =>
        {
            var message = reply.AsMessageActivity();
            if (message?.Text?.Contains(expected, StringComparison.CurrentCulture) is not true)
                throw Differs(description, expected, message?.Text ?? "Not a Message Activity");
        },
        description,
        timeout);

    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string description = null, uint timeout = 3000) =>
        AssertReply(expected, equalityComparer: null, description, timeout);

    public TestFlow AssertReply(
        IActivity expected, IEqualityComparer<IActivity> equalityComparer, [CallerMemberName] string description = null,
        uint timeout = 3000) => AssertReply(
            reply =>
            {
                description ??= expected.AsMessageActivity()?.Text.Trim();
                if (expected.Type != reply.Type) throw new InvalidOperationException($"{description}: Type should match");
                if (equalityComparer is not null)
                {
                    if (!equalityComparer.Equals(expected, reply))
                        throw new InvalidOperationException($"Expected:{expected}\nReceived:{reply}");
                    return;
                }
                var (words, said) = (expected.AsMessageActivity()?.Text, reply.AsMessageActivity()?.Text);
                if (words?.Trim() != said?.Trim()) throw Differs(description, words, said);
            },
            description,
            timeout);

    public TestFlow AssertReply(
        Action<IActivity> validateActivity, [CallerMemberName] string description = null, uint timeout = 3000) => Then(async () =>
        {
            using var patience = Patience(System.Diagnostics.Debugger.IsAttached ? uint.MaxValue : timeout);
            validateActivity(await _adapter.GetNextReplyAsync(patience.Token));
        });

    public TestFlow AssertNoReply([CallerMemberName] string description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = Patience(timeout);
        IActivity reply;
        try
        {
            reply = await _adapter.GetNextReplyAsync(patience.Token);
        }
        catch (TaskCanceledException)
        {
            return;
        }
        throw new InvalidOperationException($"{reply} is responded when waiting for no reply:'{description}'");
    });

    public TestFlow Test(string userSays, string expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Activity expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Send(userSays).AssertReply(expected, description, timeout);
    }

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Send(userSays).AssertReply(validateActivity, description, timeout);
    }

    /// <summary>Plays a written conversation: what a bot says in it is expected, the rest is sent.</summary>
    public TestFlow Test(IEnumerable<IActivity> activities, [CallerMemberName] string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(
            this, (flow, activity) => IsReply(activity) ? flow.AssertReply(activity, description, timeout) : flow.Send(activity));
    }

    public TestFlow Test(
        IEnumerable<IActivity> activities, ValidateReply validateReply, [CallerMemberName] string description = null,
        uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(this, (flow, activity) => IsReply(activity)
            ? flow.AssertReply(actual => validateReply(activity, actual), description, timeout)
            : flow.Send(activity));
    }

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity().Text;
                if (!candidates.Contains(text))
                    throw new InvalidOperationException(
                        description ?? $"Text \"{text}\" does not match one of candidates: {string.Join('\n', candidates)}");
            },
            description,
            timeout);
    }

    private static bool IsReply(IActivity activity) => string.Equals("bot", activity.From?.Role, StringComparison.OrdinalIgnoreCase);

    private static InvalidOperationException Differs(string description, string expected, string received) =>
        new($"{(description is null ? "" : description + ":\n")}Expected:{expected}\nReceived:{received}");

    private static CancellationTokenSource Patience(uint milliseconds) => new(TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue)));

    private TestFlow Then(Func<Task> step)
    {
        return new TestFlow(RunAsync, this);

        async Task RunAsync()
        {
            await _before;
            await step();
        }
    }
}
