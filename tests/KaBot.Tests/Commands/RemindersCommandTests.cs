using System.CommandLine;
using KaBot.Commands;

namespace KaBot.Tests.Commands;

public sealed class RemindersCommandTests
{
    [Fact]
    public void Due_moments_are_printed_a_line_each()
    {
        var (code, output, error) = Run("--from", "2026-02-13", "--to", "2026-02-24", "--time", "09:00", "--zone", "Asia/Shanghai", "--calendar", "cn");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(["2026-02-13T09:00:00+08:00", "2026-02-14T09:00:00+08:00", "2026-02-24T09:00:00+08:00"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Beyond_the_years_known_the_operator_is_told_beside_the_lines()
    {
        var (code, output, error) = Run("--from", "2027-01-01", "--to", "2027-01-03");
        Assert.Equal((0, "2027-01-01T09:00:00+08:00\n"), (code, output));
        Assert.Contains("in 2027 every Monday to Friday", error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var (code, output, error) = Run("--from", "2026-02-30", "--to", "tomorrow", "--time", "25:00", "--zone", "Asia/Peking", "--calendar", "mars");
        Assert.Equal((1, ""), (code, output));
        Assert.Equal(5, error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("there are: cn, us, weekdays", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-24", "2026-02-13", "is before")]
    [InlineData("1900-01-01", "2026-02-13", "out of range")]
    public void Days_that_cannot_be_told_are_refused(string from, string to, string says)
    {
        var (code, _, error) = Run("--from", from, "--to", to);
        Assert.Equal(1, code);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = RemindersCommand.Create().Parse(["due", .. args]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
