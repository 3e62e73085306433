using KaBot.Funnel.Coaching;
using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;

namespace KaBot.Language;

/// <summary>The coach's sentences in a language, filled with the deal's names and figures.</summary>
public static class Spoken
{
    public static string Of(Texts texts, Wording wording, Words words) =>
        wording.Say(words, texts.Language, Written(texts, wording));

    /// <summary>What an action is for.</summary>
    public static string What(Texts texts, Wording wording, NextAction action) => Of(texts, About(texts, wording, action), action.Action.What);

    /// <summary>The first sentence of an action.</summary>
    public static string Say(Texts texts, Wording wording, NextAction action) =>
        About(texts, wording, action).Say(action.Say, texts.Language, Written(texts, wording));

    /// <summary>Why an action is advised: its reasons, heaviest first.</summary>
    public static string Why(Texts texts, Wording wording, NextAction action) => Sentence(texts, action.Because.Select(scored =>
        Of(texts, About(texts, wording, action).With("stage", scored.Stage is { } stage ? texts.Say(stage.Name) : ""), scored.Rule.Why)));

    /// <summary>Why a tactic is advised.</summary>
    public static string Why(Texts texts, Wording wording, Tactic tactic) =>
        Sentence(texts, tactic.Because.Where(rule => rule.Points > 0).Select(rule => Of(texts, wording, rule.Why)));

    /// <summary>Why a tempting tactic is not for this deal.</summary>
    public static string Why(Texts texts, Wording wording, AvoidedTactic avoided) =>
        Sentence(texts, avoided.Because.Select(guard => Of(texts, wording, guard.Why).TrimEnd('.', '\u3002')));

    /// <summary>Values as one says them: a day without its weekday, and without a year that goes without saying.</summary>
    private static Func<FactDefinition, FactValue, string> Written(Texts texts, Wording wording) => (fact, value) =>
        value is FactValue.Date date ? Days.Spoken(texts, date.Value, wording.Deal.Today) : Values.Of(texts, fact, value);

    /// <summary>Clauses as one sentence, without its full stop.</summary>
    private static string Sentence(Texts texts, IEnumerable<string> clauses) =>
        string.Join(texts["common.semicolon"], clauses) is [var first, .. var rest] ? char.ToUpper(first, texts.Culture) + rest : "";

    private static Wording About(Texts texts, Wording wording, NextAction action) => wording.With("criterion", texts.Say(action.Action.For.Name));
}
