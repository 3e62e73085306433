using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;

namespace KaBot.Tests.Quizzes;

/// <summary>The order a form would have: every stage from the top, every fact of it, until the rest cannot change the result.</summary>
internal static class NaiveOrder
{
    public static int Length(Playbook playbook, FactSheet known)
    {
        string[] order = [.. playbook.Stages.Reverse().SelectMany(stage => stage.Criteria.SelectMany(id => playbook.Criterion(id).Facts)
            .Concat(stage.Rule.By is { } by ? [by] : [])).Distinct()];
        return Enumerable.Range(0, order.Length + 1).First(asked => Settled(playbook, order, asked, known));
    }

    private static bool Settled(Playbook playbook, string[] order, int asked, FactSheet known)
    {
        var told = FactSheet.Of(order.Take(asked).Select(id => known[id]).OfType<KaBot.Funnel.Facts.Fact>());
        var all = order.Skip(asked).Aggregate(told, (sheet, id) => sheet.With(Funnel.Deal.Yes(playbook.Fact(id)!)));
        // More facts never lower a stage, so the least and the most that the rest may say bound the result. Among sizes sme asks least.
        var (least, most) = (Qualifier.Qualify(playbook, told, Funnel.Deal.Now), Qualifier.Qualify(playbook, all, Funnel.Deal.Now));
        return (least.Earned, least.Solid) == (most.Earned, most.Solid);
    }
}
