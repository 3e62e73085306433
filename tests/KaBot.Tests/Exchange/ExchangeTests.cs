using System.IO.Compression;
using System.Text;
using KaBot.Commands;
using KaBot.Exchange;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Known = KaBot.Tests.Funnel.Deal;

namespace KaBot.Tests.Exchange;

/// <summary>Export and import over a real database: what goes out comes in again, and of a broken file every fault is told and nothing taken.</summary>
public sealed class ExchangeTests : IAsyncDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kabot-exchange-");
    private readonly List<WebApplication> _apps = [];

    [Theory]
    [InlineData("out")]
    [InlineData("out.xlsx")]
    public async Task What_is_exported_can_be_imported_elsewhere_and_is_the_same(string name)
    {
        var from = Open("a.db");
        await SeedAsync(from);
        var target = new Change.TargetSet(from.GetRequiredService<ExchangeStore>().People()[0].Id, "team", new Target(8_000_000.5m, "CNY", new DateOnly(2026, 1, 1)), At);
        await from.GetRequiredService<ExchangeStore>().WriteAsync([target, new Change.BoardJoined(target.PersonId, Joined: true, At)]);
        TableFiles.Write(At_(name), from.GetRequiredService<Exporter>().Tables());

        var to = Open("b.db");
        var (code, output, error) = await ImportAsync(to, At_(name));
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("Imported 2 people, 2 deals, 2 snapshots; 0 rows were there already.\n", output);
        var (before, after) = (from.GetRequiredService<ExchangeStore>(), to.GetRequiredService<ExchangeStore>());
        Assert.Equal(before.Deals().Select(deal => (deal.Id, deal.Account, deal.Name, deal.OwnerId)), after.Deals().Select(deal => (deal.Id, deal.Account, deal.Name, deal.OwnerId)));
        Assert.Equal(before.Snapshots().Select(Told), after.Snapshots().Select(Told));
        Assert.Equal(before.Targets(), after.Targets());
        Assert.Equal(target.Target, Assert.Single(after.Targets()).Target);
        Assert.Equal(target.PersonId, Assert.Single(after.Board()).PersonId);
        Assert.Equal("Imported 0 people, 0 deals, 0 snapshots; 8 rows were there already.\n", (await ImportAsync(to, At_(name))).Output);

        static string Told(Snapshot taken) => $"{taken.Id} {taken.DealId} {taken.Seq} {taken.TakenBy} {taken.At.UtcDateTime:O} {taken.Earned} {taken.Solid} {taken.Claimed} " +
            string.Join('|', taken.Facts.All.Select(fact => $"{fact.Id}={FactText.Write(fact.Value)} {fact.Certainty} {fact.At.UtcDateTime:O} {fact.Evidence?.Words} {fact.Evidence?.By}"));
    }

    [Fact]
    public async Task A_plain_list_of_deals_is_enough_and_the_stage_is_worked_out()
    {
        var kabot = Open("a.db");
        var folder = Directory.CreateDirectory(At_("plain")).FullName;
        File.WriteAllText(Path.Combine(folder, "people.csv"), "channel;user;name\nmsteams;29:1;张敏\n");
        File.WriteAllText(Path.Combine(folder, "deals.csv"), "id;account;name;owner\nd1;恒瑞医药;仓储系统升级;张敏\n;华东重机;MES;张敏\n");
        File.WriteAllText(Path.Combine(folder, "snapshots.csv"), "id;deal;by;at;claimed\ns1;d1;张敏;2026-03-02;intent\n");
        File.WriteAllText(Path.Combine(folder, "facts.csv"), "snapshot;fact;value\ns1;material_accepted;yes\ns1;contact_made;yes\ns1;budget;300000..500000 CNY\n");
        Assert.Equal("Imported 1 people, 2 deals, 1 snapshots; 0 rows were there already.\n", (await ImportAsync(kabot, folder)).Output);
        var taken = Assert.Single(kabot.GetRequiredService<ExchangeStore>().Snapshots());
        Assert.Equal(("target", "intent", 1L), (taken.Earned, taken.Claimed, taken.Seq));
        Assert.Equal(new FactValue.Money(300_000, 500_000, "CNY"), taken.Facts["budget"]!.Value);
        Assert.Equal("Imported 0 people, 0 deals, 0 snapshots; 4 rows were there already.\n", (await ImportAsync(kabot, folder)).Output);
    }

    [Fact]
    public async Task Every_faulty_target_is_told()
    {
        var kabot = Open("a.db");
        var folder = Directory.CreateDirectory(At_("targets")).FullName;
        File.WriteAllText(Path.Combine(folder, "people.csv"), "channel,user,name\nmsteams,29:1,张敏\n");
        File.WriteAllText(Path.Combine(folder, "targets.csv"), "person,scope,amount,currency,since\n张敏,own,lots,CNY,2026-01-01\n张敏,all,1,CNY,2026-01-01\n李强,own,1,yuan,1 May\n");
        File.WriteAllText(Path.Combine(folder, "board.csv"), "person\n李强\n");
        var (code, _, error) = await ImportAsync(kabot, folder);
        Assert.Equal(1, code);
        foreach (var fault in new[] { "'lots'", "'all'", "'yuan'", "'1 May'", "'李强' is nobody" }) Assert.Contains(fault, error, StringComparison.Ordinal);
        Assert.Empty(kabot.GetRequiredService<ExchangeStore>().Targets());
    }

    [Fact]
    public async Task Every_faulty_row_is_told_and_nothing_is_imported()
    {
        var kabot = Open("a.db");
        var folder = Directory.CreateDirectory(At_("broken")).FullName;
        File.WriteAllText(Path.Combine(folder, "people.csv"), "channel,user,name,language\nmsteams,29:1,张敏,zh\nmsteams,,李强,\n");
        File.WriteAllText(Path.Combine(folder, "deals.csv"), "id,account,name,owner,color\nd1,恒瑞,仓储,张敏,\nd2,恒瑞,仓储,王五,\nd3,恒瑞,仓储,张敏,,extra\nd4,#REF!,x,张敏,\n");
        File.WriteAllText(Path.Combine(folder, "snapshots.csv"), "id,deal,by,at,earned\ns1,d1,张敏,2026-13-01,\ns2,d9,张敏,2026-03-01,wonderful\n");
        File.WriteAllText(Path.Combine(folder, "facts.csv"), "snapshot,fact,value\ns1,budget,a lot\ns1,no_such,1\ns9,budget,1 CNY\n");
        File.WriteAllText(Path.Combine(folder, "weather.csv"), "a\n1\n");
        var (code, output, error) = await ImportAsync(kabot, folder);
        Assert.Equal((1, ""), (code, output));
        foreach (var expected in new[]
        {
            "people, row 2: the language is 'zh'", "people, row 3: user must be filled in", "deals, row 1: there is no column 'color'", "deals, row 3: '王五' is nobody",
            "deals, row 4: it has more cells", "deals, row 5: a formula gives #REF!", "snapshots, row 2: at is '2026-13-01'", "snapshots, row 3: there is no deal 'd9'",
            "snapshots, row 3: earned names the unknown stage 'wonderful'", "facts, row 2: the value of budget is 'a lot'; it should hold an amount",
            "facts, row 3: there is no fact 'no_such'", "facts, row 4: there is no snapshot 's9'", "weather: there is no such table", "13 faults; nothing was imported.",
        })
            Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Empty(kabot.GetRequiredService<ExchangeStore>().People());
    }

    [Fact]
    public async Task A_snapshot_is_never_changed_by_an_import()
    {
        var kabot = Open("a.db");
        await SeedAsync(kabot);
        TableFiles.Write(At_("out"), kabot.GetRequiredService<Exporter>().Tables());
        var facts = Path.Combine(At_("out"), "facts.csv");
        File.WriteAllText(facts, File.ReadAllText(facts).Replace("380000 CNY", "990000 CNY", StringComparison.Ordinal));
        var (code, _, error) = await ImportAsync(kabot, At_("out"));
        Assert.Equal(1, code);
        Assert.Contains("a snapshot is never changed", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("gb18030", false)]
    public void Chinese_is_read_in_the_encodings_that_spreadsheets_save(string encoding, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var coder = Encoding.GetEncoding(encoding);
        File.WriteAllBytes(At_("deals.csv"), [.. mark ? coder.GetPreamble() : [], .. coder.GetBytes("account\tname\towner\r\n恒瑞医药\t\"仓储, \"\"二期\"\"\"\t张敏\r\n")]);
        var table = Assert.Single(TableFiles.Read(At_("deals.csv")));
        Assert.Equal(["account", "name", "owner"], table.Columns);
        Assert.Equal(["恒瑞医药", "仓储, \"二期\"", "张敏"], Assert.Single(table.Rows).Cells);
    }

    [Fact]
    public void A_cell_that_looks_like_a_formula_is_written_so_that_no_spreadsheet_runs_it()
    {
        TableFiles.Write(At_("csv"), [new Table("deals", ["account", "name"], [new TableRow(2, ["=HYPERLINK(\"http://evil\")", "-1"])])]);
        Assert.Contains("'=HYPERLINK", File.ReadAllText(Path.Combine(At_("csv"), "deals.csv")), StringComparison.Ordinal);
        Assert.Equal(["=HYPERLINK(\"http://evil\")", "-1"], Assert.Single(Assert.Single(TableFiles.Read(At_("csv"))).Rows).Cells);
    }

    [Fact]
    public void Of_formulas_the_value_is_read_and_merged_cells_hold_it_in_each_place()
    {
        Sheet(At_("book.xlsx"), "deals", """
            <row r="1"><c r="A1" t="str"><v>account</v></c><c r="B1" t="str"><v>name</v></c><c r="C1" t="str"><v>owner</v></c></row>
            <row r="2"><c r="A2" t="str"><v>恒瑞医药</v></c><c r="B2" t="str"><f>"仓储"&amp;"二期"</f><v>仓储二期</v></c><c r="C2" t="str"><v>张敏</v></c></row>
            <row r="3"><c r="A3"/><c r="B3"><v>2026</v></c><c r="C3" t="str"><v>张敏</v></c></row>
            """, "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>");
        var rows = Assert.Single(TableFiles.Read(At_("book.xlsx"))).Rows.ToList();
        Assert.Equal(["恒瑞医药", "仓储二期", "张敏"], rows[0].Cells);
        Assert.Equal(["恒瑞医药", "2026", "张敏"], rows[1].Cells);
    }

    [Theory]
    [InlineData("no.xlsx", "There is no file")]
    [InlineData("bad.xlsx", "is no Excel workbook")]
    [InlineData("bad.pdf", "ends with '.pdf'")]
    [InlineData("deals.csv", "a quotation mark stands alone")]
    [InlineData("binary.csv", "no encoding KaBot reads")]
    public async Task A_file_that_is_none_is_told_in_one_line(string name, string expected)
    {
        File.WriteAllText(At_("bad.xlsx"), "no workbook");
        File.WriteAllText(At_("bad.pdf"), "%PDF");
        File.WriteAllText(At_("deals.csv"), "account,name,owner\n1,say \"hello,x\n2,3,y\n");
        File.WriteAllBytes(At_("binary.csv"), [0, 255, 0, 1, 2, 3, 0, 0]);
        var fault = await Assert.ThrowsAsync<TableFileException>(() => ExchangeCommand.ImportAsync(Open("a.db"), At_(name), false, TextWriter.Null, TextWriter.Null));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_go_in_at_once_or_not_at_all()
    {
        var kabot = Open("a.db");
        var lines = Enumerable.Range(1, 100_000).Select(i => $"deal-{i},客户{i % 5000},商机{i},u1");
        var folder = Directory.CreateDirectory(At_("many")).FullName;
        File.WriteAllText(Path.Combine(folder, "people.csv"), "channel,user,name\nmsteams,u1,张敏\n");
        File.WriteAllLines(Path.Combine(folder, "deals.csv"), ["id,account,name,owner", .. lines, "deal-x,,,u1"]);
        var (code, _, error) = await ImportAsync(kabot, folder);
        Assert.Equal(1, code);
        Assert.Contains("deals, row 100002: account, name must be filled in", error, StringComparison.Ordinal);
        Assert.Empty(kabot.GetRequiredService<ExchangeStore>().Deals());

        File.WriteAllLines(Path.Combine(folder, "deals.csv"), ["id,account,name,owner", .. lines]);
        Assert.Equal("Imported 1 people, 100000 deals, 0 snapshots; 0 rows were there already.\n", (await ImportAsync(kabot, folder)).Output);
        Assert.Equal(100_000, kabot.GetRequiredService<ExchangeStore>().Deals().Count);
    }

    private string At_(string name) => Path.Combine(_folder.FullName, name);

    private IServiceProvider Open(string database)
    {
        var app = Server.Build(["--Reminders:Enabled=false", $"--Storage:Path={At_(database)}", "--Logging:LogLevel:Default=None"]);
        _apps.Add(app);
        return app.Services;
    }

    private static async Task<(int Code, string Output, string Error)> ImportAsync(IServiceProvider services, string path)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await ExchangeCommand.ImportAsync(services, path, check: false, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static Task SeedAsync(IServiceProvider services) => services.GetRequiredService<ExchangeStore>().WriteAsync(
    [
        new Change.PersonSaved(new Person("p1", "msteams", "29:1", "张敏", "zh-CN", "{}", At)), new Change.PersonSaved(new Person("p2", "msteams", "29:2", "=李强", null, null, At)),
        new Change.DealAdded("d1", "恒瑞医药", "仓储系统升级", "p1", At), new Change.DealAdded("d2", "Northwind; \"Traders\"", "Robots,\n二期", "p2", At),
        new Change.SnapshotTaken(new Snapshot("s1", "d1", 0, "p1", At, "a1", Known.Playbook.Version, null, null, "intent", FactSheet.Of(
        [
            new Fact("contact_made", new FactValue.Flag(true), Certainty.Hedged, At, new Evidence("=加了微信, \"聊了\"", "p1", At, "a1")),
            new Fact("budget", new FactValue.Money(380_000, 380_000, "CNY"), Certainty.Stated, At), new Fact("competitors", new FactValue.List(["用友; 金蝶", "none"]), Certainty.Stated, At),
            new Fact("core_needs", new FactValue.Text("open"), Certainty.Stated, At), new Fact("go_live", FactValue.Open.Value, Certainty.Stated, At),
        ]))),
        new Change.SnapshotTaken(new Snapshot("s2", "d1", 0, "p1", At.AddDays(3), "a2", Known.Playbook.Version, "target", "target", null,
            FactSheet.Of([new Fact("visits", new FactValue.Count(1, true), Certainty.Stated, At), new Fact("amount", new FactValue.Money(null, 1.5m, "USD"), Certainty.Stated, At)]))),
    ]);

    /// <summary>A workbook of one sheet, written by hand as other programs would.</summary>
    private static void Sheet(string path, string name, string rows, string after)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part("xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{after}</worksheet>""");

        void Part(string part, string content)
        {
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(content);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps) await app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
