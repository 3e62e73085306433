using System.Data.Common;
using Dapper;
using KaBot.Reminders;
using KaBot.Reminders.Calendars;
using KaBot.Reminders.Delivery;
using KaBot.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KaBot.Operations;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work; 503 when it cannot, or is about to stop. The
/// answer names the checks and says nothing of customers, so it needs no door.
/// </summary>
public static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck<NotStopping>("process").AddCheck<DatabaseAnswers>("database").AddCheck<OutboxMoves>("outbox").AddCheck<CalendarsKnown>("calendars");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString().ToLowerInvariant(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Status.ToString().ToLowerInvariant()),
    });

    private sealed class NotStopping(IHostApplicationLifetime life) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(life.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());
    }

    private sealed class DatabaseAnswers(Database database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var connection = database.Open();
                await connection.ExecuteScalarAsync<long>("select count(*) from send_rates");
                return HealthCheckResult.Healthy();
            }
            catch (DbException fault)
            {
                return HealthCheckResult.Unhealthy("no answer", fault);
            }
        }
    }

    /// <summary>Messages that wait much longer than a throttled channel explains: somebody should look, yet chat works.</summary>
    private sealed class OutboxMoves(ReminderStore store, ReminderOptions options, TimeProvider clock) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var now = clock.GetUtcNow();
            return Task.FromResult(options.Enabled && store.Queue(now) is { Since: { } since, Waiting: var waiting } && now - since > TimeSpan.FromMinutes(30)
                ? HealthCheckResult.Degraded($"{waiting} waiting, the oldest since {since:u}") : HealthCheckResult.Healthy());
        }
    }

    /// <summary>The year at hand, and from December the next one, stand in the calendar of the defaults.</summary>
    private sealed class CalendarsKnown(CalendarSet calendars, ReminderOptions options, TimeProvider clock) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(calendars[options.Calendar].Gap(clock.GetUtcNow().AddDays(31).Year) is { } gap ? HealthCheckResult.Degraded(gap) : HealthCheckResult.Healthy());
    }
}
