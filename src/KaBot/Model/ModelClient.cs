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
/// <param name="Outcome">A word for the metrics: ok, timeout, open (the circuit), throttled, refused, cut, empty, denied, failed.</param>
internal sealed record ModelReply(string? Text, string Outcome, Storage.ModelUse Use);

/// <summary>
/// Asks the model, and again where that may help: twice more after 408, 429, 5xx and broken connections, with growing pauses, a
/// Retry-After obeyed up to a cap. After several failures it is left alone for a while. Never throws, save when the turn is cancelled.
/// </summary>
internal sealed class ModelClient
{
    private const int Retries = 2;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(300), LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30), Watched = TimeSpan.FromSeconds(30);
    private const int FewestWatched = 4;

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
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is { } fault && (Passing(fault) || Denied(fault))),
                FailureRatio = 0.5, MinimumThroughput = FewestWatched, SamplingDuration = Watched, BreakDuration = Break,
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    public async Task<ModelReply> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _pipeline.ExecuteAsync(async token => await _chat.GetResponseAsync(messages, options, token), cancellationToken);
            var use = new Storage.ModelUse(response.Usage?.InputTokenCount ?? Guess(messages.Sum(message => message.Text.Length)), response.Usage?.OutputTokenCount ?? Guess(response.Text.Length));
            if (response.FinishReason == ChatFinishReason.ContentFilter) return new ModelReply(null, "refused", use);
            if (response.FinishReason == ChatFinishReason.Length) return new ModelReply(null, "cut", use);
            return response.Text.Length > 0 ? new ModelReply(response.Text, "ok", use) : new ModelReply(null, "empty", use);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new ModelReply(null, Outcome(fault), new Storage.ModelUse(0, 0));
        }
    }

    private static string Outcome(Exception fault) => fault switch
    {
        TimeoutRejectedException or OperationCanceledException => "timeout",
        BrokenCircuitException => "open",
        ClientResultException { Status: 429 } => "throttled",
        ClientResultException { Status: 400 } refused when refused.Message.Contains("content_filter", StringComparison.Ordinal) || refused.Message.Contains("content filter", StringComparison.OrdinalIgnoreCase) => "refused",
        _ when Denied(fault) => "denied",
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
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) return null;
        return TimeSpan.FromSeconds(seconds) is var pause && pause < LongestPause ? pause : LongestPause;
    }

    // Where an endpoint does not say what it used: a token is about three letters, or less than two Chinese characters.
    private static long Guess(int letters) => letters / 2 + 1;
}
