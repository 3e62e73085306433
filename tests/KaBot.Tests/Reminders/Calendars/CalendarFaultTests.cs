using KaBot.Reminders.Calendars;

namespace KaBot.Tests.Reminders.Calendars;

/// <summary>The shipped calendar with something broken gives exactly that fault; with everything broken, all of them at once.</summary>
public sealed class CalendarFaultTests
{
    private static readonly string China = File.ReadAllText(Path.Combine(CalendarFolder.Shipped, "cn.yaml"));

    [Theory]
    [InlineData("id: cn", "id: CN", "'CN' is no id")]
    [InlineData("- year: 2026", "- year: 2025", "the year 2025 is there twice|*is not in 2025")]
    [InlineData("- year: 2026", "- jahr: 2026", "'year' is missing|unknown key 'jahr'")]
    [InlineData("- year: 2026", "- year: 26", "26 is no year|*is not in 26")]
    [InlineData("from: 2026-01-01", "from: 2026-01-04", "'to' is before 'from'")]
    [InlineData("from: 2026-01-01", "from: 2026-1-1", "'from' has '2026-1-1', no date")]
    [InlineData("from: 2026-01-01", "from: 2026-02-30", "'from' has '2026-02-30', no date")]
    [InlineData("from: 2026-10-01", "from: 2026-09-27", "2026-09-27 is in two holidays")]
    [InlineData("2026-01-04, ", "2026-01-05, ", "2026-01-05 is a Monday, worked anyway")]
    [InlineData("2026-01-04, ", "2026-01-03, ", "2026-01-03 is worked and a holiday")]
    [InlineData("2026-01-04, ", "2026-02-14, ", "2026-02-14 is there twice")]
    [InlineData("2026-01-04, ", "2027-01-03, ", "2027-01-03 is not in 2026")]
    [InlineData("worked: [2026-01-04, 2026-02-14, 2026-02-28, 2026-05-09, 2026-09-20, 2026-10-10]", "makeup: [2026-01-04]", "unknown key 'makeup'")]
    [InlineData("name: {zh-CN: 中国大陆, en-US: Mainland China}", "name: {zh-CN: 中国大陆}", "'en-US' is missing")]
    [InlineData("years:", "always: true\nyears:", "'always' and 'years' are both there")]
    [InlineData("years:", "always: never\nyears:", "'always' is not true|'always' and 'years' are both there|*")]
    public void A_broken_place_is_a_fault(string good, string bad, string problems)
    {
        Assert.Contains(good, China, StringComparison.Ordinal);
        var faults = CalendarReader.Read(new Dictionary<string, string> { ["cn.yaml"] = China.Replace(good, bad, StringComparison.Ordinal) }).Faults;
        Assert.All(problems.Split('|'), problem => Assert.Contains(faults, fault => fault.Problem.Contains(problem.Trim('*'), StringComparison.Ordinal)));
        if (!problems.Contains('*', StringComparison.Ordinal)) Assert.Equal(problems.Split('|').Length, faults.Length);
        Assert.All(faults, fault => Assert.True(fault is { File: "cn.yaml", Line: > 0, Remedy.Length: > 0 }));
    }

    [Fact]
    public void Faults_of_all_files_are_told_at_once()
    {
        var faults = CalendarReader.Read(new Dictionary<string, string> { ["a.yaml"] = "id: [", ["b.yaml"] = "id: x\nyears: []", ["c.yaml"] = China, ["d.yaml"] = China }).Faults;
        Assert.Equal(["a.yaml", "b.yaml", "d.yaml"], faults.Select(fault => fault.File).Distinct());
        Assert.Contains(faults, fault => fault.Problem == "the calendar 'cn' is there twice");
    }

    [Fact]
    public void No_calendar_at_all_is_a_fault() => Assert.Single(CalendarReader.Read(new Dictionary<string, string>()).Faults);
}
