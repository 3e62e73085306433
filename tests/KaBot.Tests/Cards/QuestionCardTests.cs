using System.Text.Json;
using System.Text.Json.Nodes;
using KaBot.Cards;
using KaBot.Funnel.Facts;

namespace KaBot.Tests.Cards;

public sealed class QuestionCardTests
{
    public static TheoryData<string> Facts() => [.. Samples.Playbook.Facts.Select(fact => fact.Id)];

    [Theory, MemberData(nameof(Facts))]
    public void Every_fact_of_the_playbook_can_be_answered_by_its_card(string factId)
    {
        var fact = Samples.Playbook.Fact(factId)!;
        foreach (var texts in Samples.Languages.All)
        {
            var card = JsonSerializer.SerializeToNode(QuestionCard.Of(texts, Samples.Question(factId)).Render())!;
            var answers = Actions(card).Where(action => (string?)action["verb"] == Verbs.Answer).ToList();
            Assert.All(answers, answer => Assert.Equal(("d-01", factId, "q-7"),
                ((string?)answer["data"]!["deal"], (string?)answer["data"]!["fact"], (string?)answer["data"]!["q"])));
            var values = answers.Select(answer => (string?)answer["data"]!["value"]).OfType<string>().ToList();
            var offered = values.Concat(Inputs(card).SelectMany(input => input["choices"]?.AsArray().Select(choice => (string)choice!["value"]!) ?? []));
            string[] wanted = fact.Kind switch
            {
                FactKind.Flag => ["yes", "no", "unknown"],
                FactKind.Choice or FactKind.Choices => [.. fact.Choices.Select(choice => choice.Id), "unknown"],
                FactKind.Date or FactKind.Money => ["open", "unknown"],
                FactKind.List => ["none", "unknown"],
                _ => ["unknown"],
            };
            Assert.All(wanted, value => Assert.Contains(value, offered));
            if (fact.Kind is not (FactKind.Flag or FactKind.Choice)) Assert.Equal("typed", (string?)Assert.Single(Inputs(card))["id"]);
        }
    }

    [Fact]
    public void The_way_back_is_offered_only_where_there_is_one()
    {
        var texts = Samples.Languages.For("en-US");
        Assert.Equal([Verbs.Skip, Verbs.Back, Verbs.Finish], Ways(Samples.Question("budget")));
        Assert.Equal([Verbs.Skip, Verbs.Finish], Ways(Samples.Question("budget") with { CanGoBack = false }));

        IEnumerable<string?> Ways(QuestionView view) =>
            JsonSerializer.SerializeToNode(QuestionCard.Of(texts, view).Render())!["actions"]!.AsArray().Select(action => (string?)action!["verb"]);
    }

    [Fact]
    public void Counts_are_offered_from_what_is_known()
    {
        var card = JsonSerializer.SerializeToNode(QuestionCard.Of(Samples.Languages.For("en-US"), Samples.Question("visits")).Render())!;
        Assert.Equal(["2", "3", "4", "5"], Actions(card).Select(action => (string?)action["title"]).Where(title => title!.Length == 1));
    }

    private static IEnumerable<JsonObject> Actions(JsonNode card) => Objects(card).Where(part => (string?)part["type"] == "Action.Execute");

    private static IEnumerable<JsonObject> Inputs(JsonNode card) =>
        Objects(card).Where(part => ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject found => found.Select(pair => pair.Value).SelectMany(Objects).Prepend(found),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
