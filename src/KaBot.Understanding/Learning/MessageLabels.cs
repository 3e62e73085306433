using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Data;

namespace KaBot.Understanding.Learning;

/// <summary>Which label of the network for messages tells a value of a fact.</summary>
internal sealed class MessageLabels
{
    private readonly Dictionary<(int Fact, uint Sort), int> _labels = [];

    public MessageLabels(UnderstandingData data, Network messages)
    {
        for (var fact = 0; fact < data.Facts.Length; fact++)
            foreach (var value in ValuesOf(data.Facts[fact]))
                _labels[(fact, ValueSort.Of(value))] = messages.Label(Tells.Of(data.Facts[fact].Id, value).First());
    }

    /// <summary>The label, or -1 where none was learnt.</summary>
    /// <param name="sort">As <see cref="ValueSort"/> has it.</param>
    public int Of(int fact, uint sort) => _labels.GetValueOrDefault((fact, sort), -1);

    // One of each sort.
    private static IEnumerable<FactValue> ValuesOf(FactDefinition fact) => fact.Kind switch
    {
        FactKind.Flag => [new FactValue.Flag(true), new FactValue.Flag(false)],
        FactKind.Count => [new FactValue.Count(0), new FactValue.Count(1), new FactValue.Count(1, true), FactValue.Open.Value],
        FactKind.Choice => [.. fact.Choices.Select(choice => new FactValue.Choice(choice.Id)), FactValue.Open.Value],
        FactKind.Choices => fact.Choices.Select(choice => new FactValue.Choices([choice.Id])),
        FactKind.List => [new FactValue.List([]), new FactValue.List([""])],
        FactKind.Text => [new FactValue.Text(""), FactValue.Open.Value],
        FactKind.Date => [new FactValue.Date(default), FactValue.Open.Value],
        _ => [new FactValue.Money(0, 0, ""), FactValue.Open.Value],
    };
}
