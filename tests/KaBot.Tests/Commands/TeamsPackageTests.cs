using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Commands;

namespace KaBot.Tests.Commands;

public sealed class TeamsPackageTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void The_manifest_is_filled_in_and_holds_to_the_official_schema()
    {
        Node.Require();
        var manifest = Entry(Package(), "manifest.json");
        Assert.DoesNotContain("{{", manifest, StringComparison.Ordinal);
        Assert.Equal("[]", Validate(manifest));

        var broken = JsonNode.Parse(manifest)!;
        broken["bots"]![0]!["scopes"] = new JsonArray("everywhere");
        Assert.Contains("scopes", Validate(broken.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_carries_the_id_and_the_host()
    {
        var manifest = JsonNode.Parse(Entry(Package(), "manifest.json"))!;
        Assert.Equal(AppId, (string?)manifest["id"]);
        Assert.Equal(AppId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(["kabot.contoso.com"], manifest["validDomains"]!.AsArray().Select(domain => (string?)domain));
    }

    [Fact]
    public void Every_text_is_there_in_English()
    {
        var package = Package();
        var english = JsonNode.Parse(Entry(package, "en-us.json"))!.AsObject();
        var commands = JsonNode.Parse(Entry(package, "manifest.json"))!["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();
        var wanted = Enumerable.Range(0, commands.Count).SelectMany(i => new[] { "title", "description" }
            .Select(part => $"bots[0].commandLists[0].commands[{i}].{part}")).Concat(["name.short", "name.full", "description.short", "description.full"]);
        Assert.Equal(wanted.Order(), english.Select(text => text.Key).Where(key => key != "$schema").Order());
        Assert.All(english, text => Assert.Matches("^[\\x20-\\x7e]+$", (string?)text.Value));
        Assert.InRange(((string?)english["description.short"])!.Length, 1, 80);
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void The_icons_have_the_sizes_that_Teams_asks_for(string icon, int side)
    {
        using var zip = new ZipArchive(new MemoryStream(Package()));
        using var stream = zip.GetEntry(icon)!.Open();
        var head = new byte[24];
        stream.ReadExactly(head);
        Assert.Equal(side, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)));
        Assert.Equal(side, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20)));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Assert.Equal(Package(), Package());

    [Theory]
    [InlineData("no-guid", "kabot.contoso.com", "--app-id")]
    [InlineData("00000000-0000-0000-0000-000000000000", "kabot.contoso.com", "--app-id")]
    [InlineData(null, "kabot.contoso.com", "--app-id")]
    [InlineData(AppId, "https://kabot.contoso.com", "--domain")]
    [InlineData(AppId, "kabot.contoso.com/path", "--domain")]
    [InlineData(AppId, "a\"b", "--domain")]
    public void A_wrong_id_or_host_is_named(string? appId, string domain, string option) =>
        Assert.Contains(option, Assert.Single(TeamsPackage.Faults(appId, domain)), StringComparison.Ordinal);

    [Fact]
    public void A_right_id_and_host_have_no_fault() => Assert.Empty(TeamsPackage.Faults(AppId, "kabot.contoso.com"));

    private static byte[] Package()
    {
        using var output = new MemoryStream();
        TeamsPackage.Write(output, TeamsPackage.Shipped, AppId, "kabot.contoso.com");
        return output.ToArray();
    }

    private static string Entry(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The faults as a JSON array. The schema is the one in the package: none is fetched.</summary>
    private static string Validate(string manifest)
    {
        var (code, output) = Node.Run("-e", $$"""
            const { AppManifestUtils } = require('@microsoft/app-manifest');
            globalThis.fetch = () => { throw new Error('offline'); };
            AppManifestUtils.validateAgainstSchema({{JsonSerializer.Serialize(JsonNode.Parse(manifest))}})
              .then(faults => process.stdout.write(JSON.stringify(faults)));
            """);
        Assert.True(code == 0, output);
        return output;
    }
}
