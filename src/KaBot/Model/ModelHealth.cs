using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KaBot.Model;

/// <summary>Tells the operator when the model turns KaBot away or fails again and again. Chat works without it, so KaBot stays ready.</summary>
internal sealed class ModelHealth : IHealthCheck
{
    private volatile string _last = "ok";

    public void Note(string outcome) => _last = outcome;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(_last switch
    {
        "denied" => HealthCheckResult.Degraded("denied: check Model:Endpoint, Model:Name and the key or rights"),
        "open" or "failed" or "timeout" => HealthCheckResult.Degraded(_last),
        _ => HealthCheckResult.Healthy(),
    });
}
