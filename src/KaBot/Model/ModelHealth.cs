using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KaBot.Model;

/// <summary>Tells the operator when the model turns KaBot away or fails again and again. Chat works without it, so KaBot stays ready.</summary>
internal sealed class ModelHealth : IHealthCheck
{
    private string _last = "ok";

    /// <summary>Notes what came of a call; true when that is news, so that a lasting trouble is logged once and not with every message.</summary>
    public bool Note(string outcome) =>
        // While it is left alone, what led to that is worth more to know. What one message brings on says nothing of the model.
        outcome is not ("open" or "refused" or "cut" or "empty" or "invalid") && Interlocked.Exchange(ref _last, outcome) != outcome;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Volatile.Read(ref _last) switch
    {
        "ok" => HealthCheckResult.Healthy(),
        "denied" => HealthCheckResult.Degraded("denied: check Model:Endpoint, Model:Name and the key or rights"),
        "rejected" => HealthCheckResult.Degraded("rejected: the endpoint does not take the request; try Model:Format=JsonObject or Model:Temperature=none"),
        var other => HealthCheckResult.Degraded(other),
    });
}
