using System.Collections.Immutable;
using KaBot.Funnel.Playbooks;

namespace KaBot.Funnel.Coaching.RolePlay;

/// <summary>Words by which a line that somebody else wrote for the buyer is held against the scripted one. Chinese ones stand anywhere, English ones as whole words.</summary>
/// <param name="Binding">They settle something, or end the talk: only the script does.</param>
/// <param name="Outside">Nobody says them who plays the buyer.</param>
/// <param name="Times">Spans and days: only those that the script names.</param>
/// <param name="Amounts">English words for an amount that hold no exact number ("half", "thousands").</param>
/// <param name="Sayings">Words with a numeral that counts nothing (一下, "no one").</param>
/// <param name="Openers">English words that stand at the start of a sentence without being a name.</param>
public sealed record VoiceWords(
    ImmutableArray<string> Binding, ImmutableArray<string> Outside, ImmutableArray<string> Times, ImmutableArray<string> Amounts,
    ImmutableArray<string> Sayings, ImmutableArray<string> Openers)
{
    private static readonly VoiceWords None = new([], [], [], [], [], []);

    internal static VoiceWords Read(YamlEntry top)
    {
        if (top.Entry("voice") is not { } voice)
        {
            if (!top.Has("voice")) top.Fault("'voice' is missing", "add `voice:` with the lists of the shipped file");
            return None;
        }
        var read = new VoiceWords(List("binding"), List("outside"), List("times"), List("amounts"), List("sayings"), List("openers"));
        voice.Done();
        return read;

        ImmutableArray<string> List(string key)
        {
            var words = voice.List(key);
            if (words.IsEmpty) voice.Fault($"'{key}' has no words", "list at least one", voice.Has(key) ? key : null);
            return words;
        }
    }
}
