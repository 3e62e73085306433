using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Needs;
using KaBot.Funnel.Facts;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>Questions to find out needs, for the person one is going to meet.</summary>
public sealed class QuestionsFeature(Coach coach) : IFeature
{
    public string Name => "questions";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await Chosen.DealAsync(turn, command) is not (var deal, var words)) return;
        var book = coach.Guide.Needs;
        var role = command["role"] ?? book.Roles.FirstOrDefault(known => words.Length > 0
            && known.Name.ByLanguage.Values.Contains(words, StringComparer.OrdinalIgnoreCase))?.Id;
        var situation = Situation.Of(turn.Playbook, deal.Latest?.Facts ?? FactSheet.Empty, turn.Now, deal.Latest?.Claimed);
        var wording = Advice.For(coach.Guide, situation, deal.Account).Wording;
        var card = QuestionsCard.Of(turn.Texts, new QuestionsView(Turn.Ref(deal), book, QuestionScript.For(book, situation, role), wording));
        if (command.Tapped && role is not null) turn.Replacement = card;
        else turn.Show(card);
    }
}
