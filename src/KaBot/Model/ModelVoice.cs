using System.Text.Json.Nodes;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Turns;
using KaBot.Understanding;
using KaBot.Understanding.Proposing;
using Microsoft.Extensions.AI;

namespace KaBot.Model;

/// <summary>
/// The language model as the buyer's voice: it answers the rep in character with what the script decided. A line of it that does not pass
/// <see cref="LineCheck"/> is not said, nor is one that does not come: then the scripted line stands, and the rep notices nothing.
/// </summary>
internal sealed class ModelVoice(RepModel model, ModelOptions options, CoachingGuide guide, MessageReader reader) : IBuyerVoice
{
    private const int LinesTold = 6, LongestLineTold = 400;
    private static readonly JsonObject Schema = ReadingSchema.Closed(("line", new JsonObject { ["type"] = "string" }));

    private readonly LineCheck _check = new(guide.RolePlay.Voice, reader);
    private readonly string _prompt = ModelShape.Prompt("buyer.md", Schema, options.Format);
    private readonly ChatOptions _options = ModelShape.Options("line", Schema, options);

    public async Task<string> SayAsync(Turn turn, BuyerScene scene, CancellationToken cancellationToken)
    {
        var mask = await model.MaskAsync(turn);
        var line = await model.AskAsync(turn, _prompt, Ask(scene, mask), _options, ModelAnswer.Line, cancellationToken);
        return line is null ? scene.Scripted : _check.Accept(scene, mask.Show(line)) ?? scene.Scripted;
    }

    private static string Ask(BuyerScene scene, NameMask mask)
    {
        // By one mask: a name has the same mark throughout.
        var talk = scene.Talk.TakeLast(LinesTold).Select(said => new JsonObject { [said.Buyer ? "buyer" : "rep"] = mask.Hide(Short(said.Words)) }).ToArray<JsonNode?>();
        return new JsonObject
        {
            ["language"] = scene.Chinese ? "zh-CN" : "en-US", ["buyer"] = scene.Style, ["talk"] = new JsonArray(talk), ["line"] = mask.Hide(scene.Scripted),
        }.ToJsonString(ModelReader.Readable);
    }

    private static string Short(string words) => words.Length <= LongestLineTold ? words : words[..LongestLineTold];
}
