using System.Collections.Immutable;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Quizzes;

/// <summary>A situation in the making: each fact told is a sentence more.</summary>
internal sealed class Story(Playbook playbook, PracticeGuide guide, Dice dice)
{
    /// <summary>The day on which every situation plays. Only days ahead of it matter.</summary>
    public static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    private readonly List<Words> _sentences = [];

    public FactSheet Facts { get; private set; } = FactSheet.Empty;

    public Words Text => Phrasing.Of(language => Phrasing.Join(_sentences.Select(sentence => sentence.In(language))));

    /// <summary>Says who the customer is: any, or one of a size.</summary>
    public void Open(string? size = null)
    {
        var fitting = guide.Openings.Where(opening => size is null || opening.Size == size).ToImmutableArray();
        if (fitting.IsEmpty) return;
        var opening = fitting[dice.Next(fitting.Length)];
        _sentences.Add(opening.Say);
        if (playbook.Stages.Select(stage => stage.Rule.By).FirstOrDefault(by => by is not null) is { } by) Learn(by, new FactValue.Choice(opening.Size));
    }

    /// <summary>Tells facts that hold, each once, as the funnel has them.</summary>
    public void Holds(IEnumerable<string> factIds)
    {
        foreach (var id in factIds.Where(id => Facts[id] is null).OrderBy(id => playbook.Facts.IndexOf(playbook.Fact(id)!)))
        {
            _sentences.Add(guide.Clues[id].Holds.Pick(dice.Next(97)));
            Learn(id, Yes(playbook.Fact(id)!));
        }
    }

    public void Fails(string factId)
    {
        _sentences.Add(guide.Clues[factId].Fails.Pick(dice.Next(97)));
        Learn(factId, playbook.Fact(factId)!.Kind switch
        {
            FactKind.Flag => new FactValue.Flag(false),
            FactKind.Count => new FactValue.Count(0),
            FactKind.List => new FactValue.List([]),
            _ => FactValue.Open.Value,
        });
    }

    public void Signal(Signal signal)
    {
        _sentences.Add(signal.Say.Pick(dice.Next(97)));
        Learn(playbook.Facts.First(fact => fact.Kind == FactKind.Choices && fact.Choice(signal.ChoiceId) is not null).Id, new FactValue.Choices([signal.ChoiceId]));
    }

    public void Claim(StageDefinition stage)
    {
        var claim = guide.Claims.Pick(dice.Next(97));
        _sentences.Add(Phrasing.Of(language => Phrasing.Fill(claim, language, ("stage", stage.Name.In(language)))));
    }

    /// <summary>A value that says yes. What it is in detail the sentence tells.</summary>
    public FactValue Yes(FactDefinition fact) => fact.Kind switch
    {
        FactKind.Flag => new FactValue.Flag(true),
        FactKind.Count => new FactValue.Count(1),
        FactKind.Date => new FactValue.Date(DateOnly.FromDateTime(At.DateTime).AddDays(guide.Clues[fact.Id].Days)),
        FactKind.Money => new FactValue.Money(1_000_000, 1_000_000, "CNY"),
        FactKind.List => new FactValue.List([fact.Id]),
        FactKind.Choice => new FactValue.Choice(fact.Choices[0].Id),
        FactKind.Choices => new FactValue.Choices([fact.Choices[0].Id]),
        _ => new FactValue.Text(fact.Id),
    };

    private void Learn(string id, FactValue value) => Facts = Facts.With(new Fact(id, value, Certainty.Stated, At));
}
