using System.CommandLine;
using System.Text.Json.Nodes;
using KaBot.Funnel.Quizzes;
using KaBot.Funnel.Stages;

namespace KaBot.Commands;

/// <summary>
/// <c>quiz simulate</c>: plays the deal quiz against a rep who knows the facts of a line and no others. Lines as for <c>qualify</c>;
/// each is answered <c>{"id", "asked", "questions", "earned", "solid"}</c>: <c>asked</c> is every fact answered, in order, and
/// <c>questions</c> counts facts put side by side in one question once. Exit code 1 when a line was bad.
/// </summary>
public static class QuizCommand
{
    public static Command Create()
    {
        var simulate = new Command("simulate", "Read facts as JSON lines and write what the deal quiz asks, and the stages it finds");
        simulate.SetAction(_ =>
        {
            var (input, output) = JsonLines.Standard();
            using (output) return Simulate(input, output, PlaybookFolder.LoadAll(PlaybookFolder.Shipped));
        });
        return new Command("quiz", "The quizzes, without a chat") { simulate };
    }

    /// <summary>Answers each line of facts with a line of questions and stages; the exit code.</summary>
    public static int Simulate(TextReader input, TextWriter output, Knowledge knowledge) => JsonLines.Run(input, output, json =>
    {
        var line = FactLine.Read(knowledge.Playbook, json);
        var run = DealQuizRun.Play(DealQuiz.Start(knowledge.Playbook, knowledge.Quizzes.Deal), id => line.Facts[id]);
        var found = Qualifier.Qualify(knowledge.Playbook, run.Quiz.Facts, line.At);
        return new JsonObject
        {
            ["id"] = line.Id,
            ["asked"] = new JsonArray([.. run.Asked.Select(id => (JsonNode)id)]),
            ["questions"] = run.Questions,
            ["earned"] = found.Earned?.Id,
            ["solid"] = found.Solid?.Id,
        };
    });
}
