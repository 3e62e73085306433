using System.Collections.Immutable;
using KaBot.Cards;
using KaBot.Cards.Elements;
using KaBot.Funnel.Coaching.RolePlay;
using KaBot.Language;

namespace KaBot.Coaching;

/// <summary>The cards of a practice: the buyer's lines, and what went wrong at the end.</summary>
public static class PlayCards
{
    public static Card Opening(Texts texts, DealRef deal, Play play, string line) => Line(texts, deal, play, line,
        new RichText(new Run(texts.Say("play.opening", ("style", texts.Say(play.Style.Name)))) { Subtle = true }) { Spacing = Spacing.Small });

    public static Card Answer(Texts texts, DealRef deal, Play play, string line) => Line(texts, deal, play, line, null);

    /// <summary>What went well, and what went wrong, each with the line where it happened and what to do instead.</summary>
    /// <param name="last">The buyer's last line, or null when the rep broke off.</param>
    public static Card Feedback(Texts texts, DealRef deal, string? last, ImmutableArray<PlayFault> faults, RolePlayBook book, Play play)
    {
        List<Element> body = [Parts.Caption(deal), CoachParts.Title(texts["play.feedback"])];
        if (last is not null) body.Add(Said(texts, last));
        body.Add(new TextBlock(play.Lines.IsEmpty ? texts["play.empty"] : faults.IsEmpty ? texts["play.clean"]
            : texts.Say("play.faults", ("n", faults.Length))));
        foreach (var (strength, number, line) in Funnel.Coaching.RolePlay.Feedback.Praise(book, play))
            body.Add(new RichText(new Run("✓ " + texts.Say(strength.Name)) { Bold = true, Color = TextColor.Good },
                new Run("  " + texts.Say("play.line", ("n", number), ("words", Parts.Clip(line, 80)))) { Size = TextSize.Small, Subtle = true }));
        foreach (var fault in faults)
        {
            body.Add(new RichText(new Run(texts.Say(fault.Fault.Name)) { Bold = true, Color = TextColor.Warning },
                new Run("  " + texts.Say("play.line", ("n", fault.LineNumber), ("words", Parts.Clip(fault.Line, 80)))) { Size = TextSize.Small, Subtle = true })
            { Separator = true });
            body.Add(new RichText(new Run(texts.Say(fault.Fault.Tip)) { Size = TextSize.Small }) { Spacing = Spacing.None });
        }
        return new Card(texts.Language, texts["play.feedback"], body,
        [
            new Execute(texts["play.again"], CoachVerbs.Play, ("deal", deal.Id)),
            new Execute(texts["coach.negotiate"], CoachVerbs.Negotiate, ("deal", deal.Id)),
        ]);
    }

    private static Card Line(Texts texts, DealRef deal, Play play, string line, Element? above)
    {
        List<Element> body = [Parts.Caption(deal, texts.Say("play.progress", ("n", play.Lines.Length + 1), ("of", Play.MostLines)))];
        if (above is not null) body.Add(above);
        body.Add(Said(texts, line));
        return new Card(texts.Language, line, body, [new Execute(texts["play.end"], CoachVerbs.EndPlay, ("deal", deal.Id))]);
    }

    private static RichText Said(Texts texts, string line) =>
        new(new Run(texts["play.buyer"] + "  ") { Bold = true }, new Run(line)) { Spacing = Spacing.Small };
}
