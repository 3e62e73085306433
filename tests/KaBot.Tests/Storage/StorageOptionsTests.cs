using KaBot.Storage;
using Microsoft.Extensions.Configuration;

namespace KaBot.Tests.Storage;

/// <summary>Faults of the storage settings are told in plain words, before anything is opened.</summary>
public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("sqlite", null, null)]
    [InlineData("PostgreSQL", "Host=db;Password=secret", null)]
    [InlineData("Oracle", null, "Storage:Provider is 'Oracle'; it is one of Sqlite, PostgreSQL.")]
    [InlineData("PostgreSQL", null, "Storage:Provider is PostgreSQL and needs Storage:ConnectionString")]
    [InlineData("PostgreSQL", "Database=kabot", "Storage:ConnectionString names no Host")]
    [InlineData("PostgreSQL", "Host=db;Passwort=secret", "Storage:ConnectionString is not understood")]
    public void Each_fault_says_what_to_write(string? provider, string? connectionString, string? fault)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Storage:Provider"] = provider, ["Storage:ConnectionString"] = connectionString }).Build();
        var faults = StorageOptions.Faults(settings).ToList();
        if (fault is null) Assert.Empty(faults);
        else Assert.StartsWith(fault, Assert.Single(faults), StringComparison.Ordinal);
        Assert.DoesNotContain(faults, text => text.Contains("secret", StringComparison.Ordinal));
    }
}
