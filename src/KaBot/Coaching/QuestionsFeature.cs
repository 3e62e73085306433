using KaBot.Cards;
using KaBot.Funnel.Coaching;
using KaBot.Funnel.Coaching.Needs;
using KaBot.Funnel.Facts;
using KaBot.Storage;
using KaBot.Turns;
using Microsoft.Bot.Builder.Dialogs;

namespace KaBot.Coaching;

/// <summary>Questions to find out needs, for the person one is going to meet.</summary>
public sealed class QuestionsFeature(Coach coach) : IFeature
{
    public string Name => "questions";

    public async Task RunAsync(DialogContext dialogs, Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (await Chosen.DealAsync(turn, command) is not (var deal, _)) return;
        var book = coach.Guide.Needs;
        var role = command["role"] ?? (book.RoleIn(turn.Text) ?? await OfContactAsync(book, turn.Text, deal))?.Id;
        var situation = Situation.Of(turn.Playbook, deal.Latest?.Facts ?? FactSheet.Empty, turn.Now, deal.Latest?.Claimed);
        var wording = Advice.For(coach.Guide, situation, deal.Account).Wording;
        var view = new QuestionsView(Turn.Ref(deal), book, QuestionScript.For(book, situation, role), wording);
        if (command.Name == CoachVerbs.Answers)
        {
            turn.Show(QuestionsCard.Answers(turn.Texts, view));
            return;
        }
        var card = QuestionsCard.Of(turn.Texts, view);
        if (command.Name == CoachVerbs.Note)
        {
            turn.Replacement = card;
            turn.Pending = NeedsAnswers.Read(turn, command, view.Script.Feeds);
            if (turn.Pending.IsEmpty) turn.Say(turn.Texts["needs.answers.empty"]);
            else turn.Then = new Command(Verbs.Start, Data: TapData.From([new("deal", deal.Id)]));
        }
        else if (command["role"] is not null) turn.Replacement = card;
        else turn.Show(card);
    }

    /// <summary>"How do I talk to Mr Zhou?" names somebody on the map: the role that they have there.</summary>
    private async Task<MeetingRole?> OfContactAsync(NeedsBook book, string words, Deal deal) => words.Length == 0 ? null
        : (await coach.Store.ContactsAsync(deal.AccountId)).Where(contact => words.Contains(contact.Name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(contact => contact.Roles.Append(contact.Title ?? "")).Select(known => book.Roles.FirstOrDefault(role => role.Met(known)) ?? book.RoleIn(known))
            .FirstOrDefault(role => role is not null);
}
