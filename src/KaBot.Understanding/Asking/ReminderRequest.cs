using System.Text.RegularExpressions;

namespace KaBot.Understanding.Asking;

/// <summary>What a rep asks of the reminders in a sentence of its own: "每天早上九点半提醒我", "下周休假三天别烦我", "pause reminders till 4 Jan". Pure.</summary>
/// <param name="Zone">The abbreviation of a time zone ("SGT"), or null.</param>
/// <param name="Away">The days off in words ("下周"); empty for from today; null for none.</param>
/// <param name="Days">How many days off, or null.</param>
/// <param name="Pause">Until when in words; empty for the usual span; null for no pause.</param>
public sealed partial record ReminderRequest(TimeOnly? Time = null, string? Zone = null, string? Away = null, int? Days = null, string? Pause = null, bool Resume = false)
{
    private const int LongestRequest = 60;

    /// <summary>Null for words that ask nothing of the reminders; whose holiday it is must be the rep's own.</summary>
    public static ReminderRequest? Read(string words)
    {
        var text = words.Normalize(System.Text.NormalizationForm.FormKC).Trim(' ', '。', '.', '!', '吧', '啊');
        if (text.Length is 0 or > LongestRequest) return null;
        if (At().Match(text) is { Success: true } at && SpokenTime.Of(at.Groups["time"].Value) is { } time)
            return new ReminderRequest(time, at.Groups["zone"].Value is { Length: > 0 } zone ? zone : null);
        if (Off().Match(text) is { Success: true } off)
            return new ReminderRequest(Away: Bare(off.Groups["when"].Value), Days: off.Groups["n"].Value is { Length: > 0 } n ? SpokenTime.Number(n) : null);
        if (Stop().Match(text) is { Success: true } stop)
            return stop.Groups["when"] is { Success: true, Length: > 0 } when ? new ReminderRequest(Away: Bare(when.Value)) : new ReminderRequest(Pause: stop.Groups["until"].Value.Trim());
        return Go().IsMatch(text) ? new ReminderRequest(Resume: true) : null;
    }

    /// <summary>The same for what follows the command word: "提醒 每天9点", "reminders 8.30am SGT".</summary>
    public static ReminderRequest? OfReminders(string words) => Read("提醒" + words) ?? Read("reminders " + words);

    /// <summary>"下周起" is 下周.</summary>
    private static string Bare(string when) => when.Trim().TrimStart('从').TrimEnd('起', '开', '始');

    private const string HanTime = "(?<time>(?:早上|上午|早晨|早|下午|晚上|傍晚|晚|中午)?\\s*(?:\\d{1,2}[:.]\\d{2}|(?:\\d{1,2}|[零一二两三四五六七八九十]{1,3})点钟?整?(?:半|一刻|三刻|\\d{1,2}分?|[零一二三四五六七八九十]{1,3}分?)?))";
    private const string LatinTime = "(?<time>\\d{1,2}(?:[:.]\\d{2})?\\s*(?:[ap]\\.?m\\.?)?)";
    private const string Zoned = "(?:\\s*(?<zone>[A-Z]{2,4}))?";
    private const string Often = "(?:每天|每个?工作日|天天|以后|都|请|帮我|麻烦|改|成|到|在|为|设|定|调|时间|我|\\s)*";

    // Only day words may stand before the holiday: 刘总下周休假 is news of the customer.
    private const string HanDays = "[\\d一二三四五六七八九十月号日周星期礼拜天末初底上下本这个明后大今到至~\\-—起开始从]";

    [GeneratedRegex($"^(?:{Often}{HanTime}(?:再|就|来)?(?:提醒|叫|通知)(?:一下)?我(?:一下|跟进|更新|写跟进)*|{Often}提醒{Often}{HanTime}(?:提醒我)?|(?:please |can you |could you )?(?:(?:set|change|move|make) (?:my |the )?)?reminders? (?:time )?(?:to |at |for )?{LatinTime}{Zoned}(?: (?:every ?day|daily|please))?|(?:please )?remind me (?:every ?day |daily |each day |every morning |every weekday |on workdays )?(?:at )?{LatinTime}{Zoned}(?: (?:every ?day|daily|each day|every weekday|please))?)$", RegexOptions.IgnoreCase)]
    private static partial Regex At();

    [GeneratedRegex($"^(?:我)?(?<when>{HanDays}{{0,16}}?)(?:我)?(?:要)?(?:休|请|放|度)(?:年)?假(?:(?<n>\\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})天)?(?:[,，、 ]?(?:先|请)?(?:别|不要|不用|勿)(?:再)?(?:烦|打扰|扰|提醒)(?:我)?(?:了)?)?$|^(?:i'm|i am|i'll be|i will be) (?:on (?:leave|holiday|vacation|pto)|off|away|ooo|out of (?:the )?office) (?:from |on )?(?<when>(?:next week|this week|tomorrow|today|next month|\\d{{1,2}}(?:st|nd|rd|th)? [a-z]+|[a-z]+ \\d{{1,2}}(?:st|nd|rd|th)?)(?: (?:to|till|until|through|-) .+)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Off();

    [GeneratedRegex($"^(?:(?<when>{HanDays}{{1,12}}?)?(?:先|请)?(?:都)?(?:别|不要|不用)(?:再)?(?:提醒|烦|打扰)我?(?:了)?|(?:请)?(?:先)?暂停提醒(?:到)?(?<until>{HanDays}{{0,12}})|(?:please )?(?:pause|stop|hold|mute|snooze) (?:my |the |all )?reminders?(?: (?:till|until|to) (?<until>.+))?|no reminders? (?:till|until) (?<until>.+))$", RegexOptions.IgnoreCase)]
    private static partial Regex Stop();

    [GeneratedRegex("^(?:(?:请)?(?:恢复|重新开始|继续)提醒(?:我)?|(?:please )?(?:resume|restart|unpause) (?:my |the )?reminders?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Go();
}
