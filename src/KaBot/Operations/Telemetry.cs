using KaBot.Reminders.Delivery;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KaBot.Operations;

/// <summary>
/// OpenTelemetry, sent by OTLP to wherever <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> points (environment or settings); without it nothing is
/// gathered. What KaBot tells are names, kinds, times and counts, never what somebody said.
/// </summary>
public static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Measures.Name, serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(Measures.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter());
    }

    /// <summary>Gauges that look into the database when they are read.</summary>
    public static void WatchOutbox(this WebApplication app)
    {
        var (store, clock) = (app.Services.GetRequiredService<ReminderStore>(), app.Services.GetRequiredService<TimeProvider>());
        app.Services.GetRequiredService<Measures>().Watch(() =>
        {
            var now = clock.GetUtcNow();
            var (waiting, since) = store.Queue(now);
            return (waiting, since < now ? now - since.Value : TimeSpan.Zero);
        });
    }
}
