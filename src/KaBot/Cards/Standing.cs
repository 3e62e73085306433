using System.Globalization;
using KaBot.Cards.Elements;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Funnel.Stages;
using KaBot.Language;

namespace KaBot.Cards;

/// <summary>A qualification as the parts of a card; shared by the card of now and that of a past day.</summary>
internal sealed class Standing(Texts texts, Playbook playbook, Qualification found, FactSheet facts, Names names)
{
    /// <summary>Facts of the deal itself, shown beside its name.</summary>
    private static readonly string[] Figures = ["amount", "close_date", "org_size", Ending.OutcomeFact];

    /// <summary>Lost or standing still: nothing is missed of it and nothing comes next.</summary>
    private readonly bool _over = Ending.Of(playbook, facts) is { Over: true };

    /// <summary>Whose deal, which stage, how likely, and the funnel as a strip.</summary>
    public IEnumerable<Element> Head(DealRef deal)
    {
        var stage = found.Earned is null ? texts["stage.none.title"] : texts.Say(found.Earned.Name);
        yield return new ColumnSet(
        [
            new Column(
            [
                Parts.Caption(deal),
                new TextBlock(stage) { Size = TextSize.ExtraLarge, Bold = true, Heading = true, Spacing = Spacing.None },
            ]) { Stretch = true, Middle = true },
            .. Win(),
        ]);
        yield return Strip();
        var figures = Figures.Select(id => (Definition: playbook.Fact(id), Fact: facts[id]))
            .Where(figure => figure is { Definition: not null, Fact: not null })
            .Select(figure => (texts.Say(figure.Definition!.Name), figure.Definition.Id == Ending.OutcomeFact && Ending.Of(playbook, facts) is { } ending
                ? ending.Say(texts) : Parts.Value(texts, figure.Definition, figure.Fact!.Value))).ToList();
        if (figures.Count > 0) yield return new FactSet(figures) { Spacing = Spacing.Medium };
    }

    private IEnumerable<Column> Win()
    {
        // A lost deal has no chance, whatever it had earned; of one that stands still nobody can tell.
        if ((Ending.Of(playbook, facts) is { Over: true } ended ? (ended.Lost ? 0 : (int?)null) : found.Win) is not { } win) yield break;
        yield return new Column(
        [
            new TextBlock(texts["stage.win"]) { Size = TextSize.Small, Subtle = true, Align = Align.Right },
            new TextBlock(Percent(win)) { Size = TextSize.ExtraLarge, Bold = true, Color = TextColor.Accent, Align = Align.Right, Spacing = Spacing.None },
        ]);
    }

    /// <summary>The stages one after the other, each with a sign; the earned one stands out.</summary>
    private RichText Strip() => new([.. playbook.Stages.SelectMany((stage, i) => Step(stage, last: i == playbook.Stages.Length - 1))])
    {
        Spacing = Spacing.Medium,
    };

    private IEnumerable<Run> Step(StageDefinition stage, bool last)
    {
        var (sign, color) = Mark(stage);
        var earned = stage == found.Earned;
        yield return new Run(sign + "\u00a0") { Bold = true, Color = color };
        yield return new Run(texts.Say(stage.Name)) { Bold = earned, Color = earned ? TextColor.Accent : null, Subtle = color is null };
        if (!last) yield return new Run("  ›  ") { Subtle = true };
    }

    private (string Sign, TextColor? Color) Mark(StageDefinition stage)
    {
        if (playbook.Rank(stage.Id) > playbook.Rank(found.Earned?.Id)) return ("○", null);
        if (found.Gaps.All(gap => gap.Stage != stage)) return ("✓", TextColor.Good);
        return _over ? ("○", null) : ("!", TextColor.Warning);
    }

    /// <summary>Another stage claimed than earned; gaps below the earned one.</summary>
    public IEnumerable<Element> Cautions()
    {
        List<Element> lines = [];
        if (found.Claimed is { } claimed && claimed != found.Earned)
            lines.Add(new TextBlock(Reasons.Claimed(texts, claimed, found.Earned)));
        lines.AddRange(found.Gaps.Select(gap => (gap.Stage, Missing: gap.Missing.Where(id => !Overtaken(id)).ToList())).Where(gap => gap.Missing.Count > 0)
            .Select(gap => new TextBlock(texts.Say("stage.gap", ("stage", texts.Say(gap.Stage.Name)),
                ("rule", Rule(gap.Stage)), ("criteria", texts.List(gap.Missing.Select(id => texts.Say(playbook.Criterion(id).Name))))))));
        if (lines.Count > 0) yield return new Container(lines) { Style = Surface.Warning, Spacing = Spacing.Medium };
    }

    /// <summary>How many criteria below the stage reached are not on record, and made pointless by what came after.</summary>
    public int Unrecorded => found.Gaps.SelectMany(gap => gap.Missing).Count(Overtaken);

    private bool Overtaken(string criterionId) => found.Criteria[criterionId].Criterion.Facts.All(id => playbook.Fact(id)!.Overtaken(facts));

    /// <summary>What the stage reached still takes before the next one is of any use: signed, paid, shipped.</summary>
    public IEnumerable<Element> Unfinished(StageDefinition stage) => stage.Unfinished(facts).Select(id =>
        new RichText(new Run("○ ") { Bold = true }, new Run(texts.Say(playbook.Fact(id)!.Name))) { Spacing = Spacing.Small });

    /// <summary>What the next stage lacks, and who drives it.</summary>
    public IEnumerable<Element> Missing(NextStage next) =>
    [
        Parts.Small(texts.Say("stage.owner", ("owner", Reasons.Owners(texts, playbook, next.Stage)), ("rule", Rule(next.Stage)))),
        .. next.Missing.Select(id => Parts.Criterion(texts, found.Criteria[id])),
    ];

    private string Rule(StageDefinition stage)
    {
        var requirement = Qualifier.Requirement(stage, facts);
        return requirement.AtLeast == requirement.Of.Length ? texts.Say("stage.rule.all", ("n", requirement.AtLeast))
            : texts.Say("stage.rule.some", ("n", requirement.AtLeast), ("of", requirement.Of.Length));
    }

    /// <summary>Stage by stage, a row each that opens its criteria with their evidence.</summary>
    public IEnumerable<Element> Funnel() => playbook.Stages.SelectMany(stage => new Element[] { Row(stage), Criteria(stage) });

    private Container Row(StageDefinition stage)
    {
        var (sign, color) = Mark(stage);
        List<Run> name = [new Run(sign + " ") { Bold = true, Color = color }, new Run(texts.Say(stage.Name)) { Bold = stage == found.Earned }];
        var role = Role(stage);
        if (role.Length > 0) name.Add(new Run("  " + role) { Size = TextSize.Small, Color = TextColor.Accent });
        // Of those that the rule asks for: four of four, and a fifth that is good to know, is no "four of five, yet earned".
        var asked = Qualifier.Requirement(stage, facts).Of;
        var count = texts.Say("stage.met", ("n", asked.Count(found.Counts)), ("of", asked.Length));
        return new Container([new ColumnSet(
        [
            new Column([new RichText(name)]) { Stretch = true },
            new Column([new TextBlock(count + "  ▾") { Size = TextSize.Small, Subtle = true, Align = Align.Right }]) { Middle = true },
        ])]) { Spacing = Spacing.Small, Tap = new Toggle(texts.Say("stage.toggle", ("stage", $"{texts.Say(stage.Name)} {role} {count}")), Id(stage)) };
    }

    private string Role(StageDefinition stage) => texts.List(new[]
    {
        (stage == found.Earned, "stage.role.earned"), (stage == found.Solid && found.Solid != found.Earned, "stage.role.solid"),
        (stage == found.Claimed && found.Claimed != found.Earned, "stage.role.claimed"), (!_over && stage == found.Next?.Stage, "stage.role.next"),
        (!_over && found.Gaps.Any(gap => gap.Stage == stage), "stage.role.gap"),
    }.Where(role => role.Item1).Select(role => texts[role.Item2]));

    /// <summary>The criteria of a stage, folded away: so stage, chance and what is missing fit on a phone's screen together with the buttons.</summary>
    private Container Criteria(StageDefinition stage) => new([.. stage.Criteria.Select(id => found.Criteria[id]).SelectMany(Lines)])
    {
        Id = Id(stage), Hidden = true, Style = Surface.Emphasis, Spacing = Spacing.None,
    };

    private IEnumerable<Element> Lines(CriterionStanding standing)
    {
        yield return Parts.Criterion(texts, standing);
        foreach (var fact in standing.Facts)
        {
            var definition = playbook.Fact(fact.Id)!;
            if (definition.Kind != FactKind.Flag)
                yield return new RichText(new Run(Parts.Value(texts, definition, fact.Value)) { Size = TextSize.Small }) { Spacing = Spacing.None };
            if (Parts.Evidence(texts, fact, names) is { } evidence) yield return evidence;
        }
    }

    private static string Id(StageDefinition stage) => "stage-" + stage.Id;

    private string Percent(int value) => texts.Say("value.percent", ("n", value.ToString(CultureInfo.InvariantCulture)));
}
