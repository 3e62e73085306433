using KaBot.Cards;
using KaBot.Turns;

namespace KaBot.Coaching;

/// <summary>Commands of the check-in's words that mean something in a practice too: "finish" and "cancel" end it, the others are no line to the buyer.</summary>
internal static class PlayWords
{
    private const string Cancel = "checkin.cancel";

    public static bool Ends(Command command) => command.Name is CoachVerbs.EndPlay or Verbs.Finish or Cancel;
}
