using System.ClientModel;
using System.Globalization;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace KaBot.Model;

/// <summary>What came of asking a model.</summary>
/// <param name="Text">The answer; null without one.</param>
/// <param name="Outcome">A word for the metrics: ok, timeout, open (the circuit), throttled, refused, cut, empty, denied, rejected, failed.</param>
internal sealed record ModelReply(string? Text, string Outcome, Storage.ModelUse Use);

/// <summary>
/// Asks the model, and again where that may help: twice more after 408, 429, 5xx and broken connections, with growing pauses, a
/// Retry-After obeyed up to a cap. After several failures it is left alone for a while. Never throws, save when the turn is cancelled.
/// </summary>
internal sealed class ModelClient
{
    private const int Retries = 2;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(300), LongestPause = TimeSpan.FromSeconds(2);
    // Two minutes: where one rep writes now and then, she should not be the one to find out again each time that nobody answers.
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30), Watched = TimeSpan.FromMinutes(2);
    private const int FewestWatched = 4, MostDoublings = 4;
    private const long MostTokens = 10_000_000;

    // What OpenAI and Azure, Qwen and DeepSeek say in a 400 when their filter turns a prompt away.
    private static readonly string[] Filtered = ["content_filter", "content filter", "ResponsibleAIPolicyViolation", "data_inspection_failed", "Content Exists Risk"];

    private readonly IChatClient _chat;
    private readonly ResiliencePipeline<ChatResponse> _pipeline;

    public ModelClient(IChatClient chat, ModelOptions options, TimeProvider clock)
    {
        _chat = chat;
        _pipeline = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = clock }
            .AddTimeout(options.Timeout)
            .AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } fault && Passing(fault)),
                MaxRetryAttempts = Retries, Delay = FirstPause, MaxDelay = LongestPause, BackoffType = DelayBackoffType.Exponential, UseJitter = true,
                DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Exception)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatResponse>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } fault && (Passing(fault) || Denied(fault) || fault is OperationCanceledException)),
                FailureRatio = 0.5, MinimumThroughput = FewestWatched, SamplingDuration = Watched,
                BreakDurationGenerator = arguments => ValueTask.FromResult(Break * (1 << Math.Min(arguments.HalfOpenAttempts, MostDoublings))),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    /// <summary>The answer, or what went wrong. A request given up counts as read by the model: it may be charged.</summary>
    public async Task<ModelReply> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _pipeline.ExecuteAsync(async token => await _chat.GetResponseAsync(messages, options, token).WaitAsync(token), cancellationToken);
            var use = new Storage.ModelUse(Tokens(response.Usage?.InputTokenCount) ?? Guess(messages), Tokens(response.Usage?.OutputTokenCount) ?? Guess(response.Text.Length));
            if (response.FinishReason == ChatFinishReason.ContentFilter || response.Messages.Any(message => message.Contents.OfType<ErrorContent>().Any())) return new ModelReply(null, "refused", use);
            if (response.FinishReason == ChatFinishReason.Length) return new ModelReply(null, "cut", use);
            return response.Text.Length > 0 ? new ModelReply(response.Text, "ok", use) : new ModelReply(null, "empty", use);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var outcome = Outcome(fault);
            return new ModelReply(null, outcome, new Storage.ModelUse(outcome == "timeout" ? Guess(messages) : 0, 0));
        }
    }

    private static string Outcome(Exception fault) => fault switch
    {
        TimeoutRejectedException or OperationCanceledException => "timeout",
        BrokenCircuitException => "open",
        ClientResultException { Status: 429 } => "throttled",
        ClientResultException { Status: 400 } refused when Array.Exists(Filtered, word => refused.Message.Contains(word, StringComparison.OrdinalIgnoreCase)) => "refused",
        _ when Denied(fault) => "denied",
        ClientResultException { Status: >= 400 and < 500 and not 408 } => "rejected",
        _ => "failed",
    };

    /// <summary>A failure that may be over soon.</summary>
    private static bool Passing(Exception fault) => fault switch
    {
        ClientResultException answer => answer.Status is 0 or 408 or 429 or >= 500,
        HttpRequestException or IOException or TimeoutRejectedException => true,
        AggregateException all => all.InnerExceptions.Any(Passing),
        _ => false,
    };

    /// <summary>The operator has to mend something: key, rights, address, name of the model.</summary>
    private static bool Denied(Exception fault) => fault is ClientResultException { Status: 401 or 403 or 404 };

    private static TimeSpan? RetryAfter(Exception? fault)
    {
        if (fault is not ClientResultException answer || answer.GetRawResponse() is not { } response || !response.Headers.TryGetValue("Retry-After", out var text)) return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds)) : null;
    }

    // Where an endpoint does not say what it used: a token is about three letters, or less than two Chinese characters.
    private static long Guess(int letters) => letters / 2 + 1;

    private static long Guess(IReadOnlyList<ChatMessage> messages) => Guess(messages.Sum(message => message.Text.Length));

    private static long? Tokens(long? told) => told is { } tokens ? Math.Clamp(tokens, 0, MostTokens) : null;
}
