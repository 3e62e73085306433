using KaBot.Funnel.Facts;
using KaBot.Understanding.Text;

namespace KaBot.Understanding;

/// <summary>
/// A reading's words as they are quoted to people. What shows a fact may end in the midst of a phrase (“合同昨天双方都盖” of 合同昨天双方都盖章了,
/// “CFO is not” of "CFO is not convinced"): where little of its clause is left, all of the clause is quoted. Names stand for themselves. Pure.
/// </summary>
public static class Quote
{
    // In letters, of which a Chinese character says as much as four.
    private const int Little = 16;

    /// <param name="message">The message that was read.</param>
    /// <param name="reading">One of its readings.</param>
    /// <returns>A part of the message.</returns>
    public static string Of(string message, Reading reading)
    {
        var (start, end) = (reading.Start, reading.Start + reading.Evidence.Length);
        if (reading.Value is FactValue.List or FactValue.Text) return reading.Evidence;
        var (first, last) = (start, end);
        while (first > 0 && !Ends(message, first - 1)) first--;
        while (last < message.Length && !Ends(message, last)) last++;
        if (Chars.Weight(message, first, start) <= Little) start = first;
        if (Chars.Weight(message, end, last) <= Little) end = last;
        return message[start..end].Trim();
    }

    // "1,200" and "3.5" go on; so does what a mark closes.
    private static bool Ends(string message, int at) => message[at] switch
    {
        '，' or '。' or '；' or ';' or '！' or '!' or '？' or '?' or '\n' => true,
        ',' or '.' => at + 1 == message.Length || !char.IsLetterOrDigit(message[at + 1]),
        _ => false,
    };
}
