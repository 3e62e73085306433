using System.Net;
using System.Text.Json;
using KaBot.Tests.Reminders.Delivery;
using KaBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KaBot.Tests.Operations;

/// <summary>What a load balancer and an operator ask.</summary>
public sealed class HealthTests : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-health-");
    private readonly FakeTimeProvider _clock = new(Desk.Shanghai("2026-03-05T09:00"));
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    public HealthTests() => _app = Server.Build(["--urls=http://127.0.0.1:0", "--Reminders:Enabled=false", $"--Storage:Path={Path.Combine(_folder.FullName, "kabot.db")}", "--Logging:LogLevel:Default=None"],
        services => services.AddSingleton<TimeProvider>(_clock));

    [Fact]
    public async Task A_running_bot_is_live_and_ready()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "healthy"), await AskAsync("/health/live"));
        Assert.Equal((HttpStatusCode.OK, "healthy"), await AskAsync("/health/ready"));
    }

    [Fact]
    public async Task Without_its_database_it_is_live_and_not_ready()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        _folder.Create();
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "kabot.db"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/health/live")).Code);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unhealthy"), await AskAsync("/health/ready"));
    }

    [Fact]
    public async Task A_calendar_that_does_not_know_the_coming_year_is_told_and_the_bot_goes_on()
    {
        _clock.SetUtcNow(Desk.Shanghai("2026-12-05T09:00"));
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "degraded"), await AskAsync("/health/ready"));
        Assert.Contains("2027", await _client.GetStringAsync(_app.Urls.Single() + "/health/ready", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Code, string? Status)> AskAsync(string path)
    {
        using var response = await _client.GetAsync(_app.Urls.Single() + path, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, json.RootElement.GetProperty("status").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
