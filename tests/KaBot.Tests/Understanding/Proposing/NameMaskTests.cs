using FsCheck.Xunit;
using KaBot.Understanding.Proposing;

namespace KaBot.Tests.Understanding.Proposing;

/// <summary>Names leave the message whole and come back as they were written.</summary>
public sealed class NameMaskTests
{
    [Theory]
    [InlineData("恒瑞那边张敏说预算没批", "[[1]]那边[[2]]说预算没批")]
    [InlineData("上海恒瑞医药股份有限公司和恒瑞是一家", "[[1]]和[[2]]是一家")]
    [InlineData("Met ANN about NORTHWIND, all planned; Schmidt and ann agreed", "Met [[1]] about [[2]], all planned; [[3]] and [[4]] agreed")]
    [InlineData("[[1]]是我写的，恒瑞也是", "[[1]]是我写的，[[2]]也是")]
    [InlineData("还没消息", "还没消息")]
    public void Names_are_replaced_and_no_part_of_another_word(string text, string sent)
    {
        var mask = Mask();
        Assert.Equal(sent, mask.Hide(text));
        Assert.Equal(text, mask.Show(sent));
    }

    [Property(MaxTest = 300)]
    public void What_was_hidden_comes_back(string before, int which, string after)
    {
        string[] names = ["恒瑞", "张敏", "Northwind", "[[1]]", "12", "WMS"];
        var text = before + names[Math.Abs(which % names.Length)] + after;
        var mask = Mask();
        Assert.Equal(text, mask.Show(mask.Hide(text)));
    }

    private static NameMask Mask() => new(["上海恒瑞医药股份有限公司", "Northwind Traders Ltd"], ["张敏", "Ann", "Eva Schmidt", "12", "WMS"]);
}
