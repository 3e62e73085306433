using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Quizzes;
using KaBot.Language;

namespace KaBot.Quiz;

/// <summary>How near one's claims come to what was earned, month by month, and what practice changed; with few claims it says so.</summary>
internal static class ProgressCard
{
    /// <summary>Claims from which on a share says anything.</summary>
    private const int Telling = 3;
    private const int MostCriteria = 5;
    private const int Bars = 8;

    public static Card Of(Texts texts, Playbook playbook, ProgressView view)
    {
        var summary = Summary(texts, view);
        List<Element> body =
        [
            new TextBlock(texts["progress.title"]) { Heading = true },
            new TextBlock(summary) { Spacing = Spacing.Small },
            .. Months(texts, view.Own),
            .. Criteria(texts, playbook, "progress.criteria", view.Own),
        ];
        if (view.Team is { } team) body.AddRange(Team(texts, playbook, team));
        if (view.Board.Length > 0) body.AddRange(Board(texts, view));
        if (view.MayJoin && !view.Joined) body.Add(Parts.Small(texts["progress.board.hint"]) with { Separator = true });
        return new Card(texts.Language, summary, body, [.. Actions(texts, view)]);
    }

    private static string Summary(Texts texts, ProgressView view)
    {
        var claims = view.Own.Months.Sum(month => month.Claims);
        var practised = view.Attempts.IsEmpty ? texts["progress.practised.none"]
            : texts.Say("progress.practised", ("n", view.Attempts.Length), ("right", view.Attempts.Count(attempt => attempt.Right)));
        var space = texts.Chinese ? "" : " ";
        if (claims < Telling) return (claims == 0 ? texts["progress.none"] : texts.Say("progress.few", ("n", claims))) + space + practised;
        var exact = view.Own.Months.Sum(month => month.Exact * month.Claims);
        return texts.Say("progress.summary", ("n", claims), ("right", (int)Math.Round(exact))) + space + practised;
    }

    private static IEnumerable<Element> Months(Texts texts, Progress progress)
    {
        if (progress.Months.Sum(month => month.Claims) < Telling) yield break;
        yield return Heading(texts["progress.months"]);
        foreach (var month in progress.Months)
            // One line, the bar first: on a phone it wraps, and the bars still stand below each other.
            yield return new RichText(Bar(month.Exact, TextColor.Good), new Run(" " + Percent(texts, month.Exact) + "  ") { Bold = true },
                new Run(Days.Month(texts, month.Month)),
                new Run("  " + texts.Say("progress.claims", ("n", month.Claims)) + Gap(texts, month)) { Size = TextSize.Small, Subtle = true }) { Spacing = Spacing.Small };
    }

    /// <summary>What was misjudged most, before practice and since.</summary>
    private static IEnumerable<Element> Criteria(Texts texts, Playbook playbook, string heading, Progress progress)
    {
        if (progress.Months.Sum(month => month.Claims) < Telling) yield break;
        var worst = progress.Criteria.Where(one => one.Before.Wrong + one.After.Wrong > 0)
            .OrderByDescending(one => one.Before.Wrong + one.After.Wrong).ThenBy(one => one.Criterion, StringComparer.Ordinal).Take(MostCriteria).ToList();
        if (worst.Count == 0) yield break;
        yield return Heading(texts[heading]);
        foreach (var one in worst)
            yield return new RichText(new Run(texts.Say(playbook.Criterion(one.Criterion).Name) + "  "),
                new Run(one.Before.Of == 0 ? "" : Rate(texts, "progress.before", one.Before)) { Subtle = true },
                new Run(one.After.Of == 0 ? "" : (one.Before.Of == 0 ? "" : "  →  ") + Rate(texts, "progress.after", one.After)) { Bold = true, Color = Better(one) }) { Spacing = Spacing.Small };
    }

    private static IEnumerable<Element> Team(Texts texts, Playbook playbook, TeamView team)
    {
        yield return Heading(texts["progress.team"]);
        if (team.Sums is not { } sums)
        {
            yield return Parts.Small(texts.Say("progress.team.few", ("n", Progress.FewestPeople)));
            yield break;
        }
        foreach (var month in Months(texts, sums).Skip(1)) yield return month;
        foreach (var element in Criteria(texts, playbook, "progress.team.criteria", sums)) yield return element;
    }

    private static IEnumerable<Element> Board(Texts texts, ProgressView view)
    {
        yield return Heading(texts["progress.board"]);
        foreach (var line in view.Board)
            yield return new RichText(new Run(Parts.Clip(line.Name, 40)) { Bold = line.Me },
                new Run("  " + texts.Say("progress.board.line", ("practised", line.Practised), ("right", line.Exact), ("n", line.Claims))) { Subtle = true }) { Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Actions(Texts texts, ProgressView view)
    {
        yield return new Execute(texts["progress.practise"], QuizVerbs.Practice) { Positive = true };
        if (view.MayJoin) yield return new Execute(texts[view.Joined ? "progress.board.leave" : "progress.board.join"], QuizVerbs.Board, ("on", view.Joined ? "no" : "yes"));
    }

    private static Run Bar(double share, TextColor color) => new(new string('█', (int)Math.Round(share * Bars)) + new string('░', Bars - (int)Math.Round(share * Bars))) { Color = color };

    /// <summary>In which direction the claims of a month missed; nothing when none did.</summary>
    private static string Gap(Texts texts, MonthOfClaims month) => month.Exact >= 1 ? ""
        : "  " + (Math.Abs(month.MeanGap) < 0.05 ? texts["progress.gap.mixed"]
            : texts.Say(month.MeanGap > 0 ? "progress.gap.high" : "progress.gap.low", ("gap", Math.Abs(month.MeanGap).ToString("0.0", texts.Culture))));

    private static string Rate(Texts texts, string key, Rate rate) => texts.Say(key, ("wrong", rate.Wrong), ("of", rate.Of));

    private static TextColor? Better(CriterionProgress one) => one.After.Share < one.Before.Share ? TextColor.Good : null;

    private static string Percent(Texts texts, double share) => Math.Round(share * 100).ToString("0", texts.Culture) + "%";

    private static TextBlock Heading(string text) => new(text) { Bold = true, Heading = true, Size = TextSize.Medium, Separator = true, Spacing = Spacing.Medium };
}
