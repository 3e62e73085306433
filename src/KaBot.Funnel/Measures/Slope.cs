using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Measures;

/// <summary>How many deals went on from a stage, and how many ended there, in a window.</summary>
public sealed record Conversion(StageDefinition Stage, int Onward, int Ended)
{
    public int Of => Onward + Ended;

    /// <summary>From 0 to 1; null when none left it.</summary>
    public double? Share => Of == 0 ? null : (double)Onward / Of;
}

/// <summary>How steep the funnel is (斜率): conversion from each stage to the next. Deals still in a stage are counted neither way.</summary>
public sealed record Slope(ImmutableArray<Conversion> Stages)
{
    /// <summary>Deals that must have left a stage before its share says anything.</summary>
    public const int Enough = 5;

    /// <summary>The stage that most deals are lost in, for its chances; null while too little is known, or where more than half go on everywhere.</summary>
    public Conversion? Leak => Stages.Where(stage => stage.Of >= Enough && stage.Share < 0.5).MinBy(stage => stage.Share);

    /// <param name="from">Beginning of the window, itself not in it.</param>
    /// <param name="to">End of the window.</param>
    public static Slope Of(Playbook playbook, IEnumerable<Stay> stays, DateTimeOffset from, DateTimeOffset to)
    {
        var left = stays.Where(stay => stay.Left > from && stay.Left <= to).ToLookup(stay => stay.Rank);
        return new Slope([.. playbook.Stages.Where(stage => stage.Win is not null).Select(stage => (stage, stays: left[playbook.Rank(stage.Id)]))
            .Select(one => new Conversion(one.stage, one.stays.Count(stay => stay.Onward), one.stays.Count(stay => !stay.Onward)))]);
    }
}
