namespace KaBot.Cards;

/// <summary>What a tapped button asks of the coach, as in <see cref="Verbs"/>. All carry <c>deal</c>.</summary>
public static class CoachVerbs
{
    /// <summary>What to do next.</summary>
    public const string Advice = "advice.show";

    /// <summary>Accept a suggestion. Data: <c>action</c>, its id.</summary>
    public const string Accept = "advice.accept";

    /// <summary>Words to send to the colleague who drives a suggestion. Data: <c>action</c>, its id.</summary>
    public const string Forward = "advice.forward";

    /// <summary>The form to change, put off or decline one. Data: <c>action</c>, or <c>plan</c> for one accepted.</summary>
    public const string Change = "advice.change";

    /// <summary>The filled-in form. Data: also <c>do</c> (<c>keep</c>, <c>postpone</c>, <c>decline</c>) and the inputs <c>what</c>, <c>due</c>, <c>reason</c>.</summary>
    public const string Decide = "advice.decide";

    /// <summary>A planned action is done. Data: <c>plan</c>.</summary>
    public const string Done = "advice.done";

    /// <summary>How to negotiate. Data: <c>phase</c> once chosen; <c>words</c>: what the rep told.</summary>
    public const string Negotiate = "negotiate.show";

    /// <summary>A tactic was used. Data: <c>tactic</c>.</summary>
    public const string Tried = "negotiate.tried";

    /// <summary>The account is a chain store, or not. Data: <c>chain</c>: yes or no.</summary>
    public const string Chain = "negotiate.chain";

    /// <summary>Questions to find out needs. Data: <c>role</c> once chosen.</summary>
    public const string Questions = "questions.show";

    /// <summary>The form for what the customer answered. Data: <c>role</c>.</summary>
    public const string Answers = "questions.answers";

    /// <summary>The filled-in form: inputs by the ids of the facts. Data: <c>role</c>.</summary>
    public const string Note = "questions.note";

    /// <summary>The people of the account.</summary>
    public const string People = "people.show";

    /// <summary>Put somebody on the map of whom a message spoke. Data: <c>words</c>, the message.</summary>
    public const string Offer = "people.offer";

    /// <summary>The form of a contact. Data: <c>contact</c>, empty for a new one; <c>role</c>: what is sought; <c>name</c>, <c>title</c>, <c>side</c> where they are known.</summary>
    public const string Contact = "people.edit";

    /// <summary>The filled-in form. Data: <c>contact</c> and the inputs.</summary>
    public const string SaveContact = "people.save";

    /// <summary>The contact was entered wrongly, or left the customer. Data: <c>contact</c>.</summary>
    public const string RemoveContact = "people.remove";

    /// <summary>Bring a removed contact back. Data: <c>contact</c>.</summary>
    public const string RestoreContact = "people.restore";

    /// <summary>The concessions of the deal. Typed: also a move, "given 95折".</summary>
    public const string Concession = "concession.show";

    /// <summary>A move from the form. Data: inputs <c>kind</c>, <c>what</c>, <c>by</c>, <c>answers</c>.</summary>
    public const string Concede = "concession.add";

    /// <summary>What was noted last is taken back. Data: <c>move</c>, the last one on the card.</summary>
    public const string Undo = "concession.undo";

    /// <summary>The form of what the deal is about in money.</summary>
    public const string Prices = "concession.prices";

    /// <summary>What the deal is about in money, from the form. Data: <c>words</c>: a move to note then; inputs <c>list</c>, <c>target</c>, <c>limit</c>.</summary>
    public const string Frame = "concession.frame";

    /// <summary>Practise with the bot as the buyer.</summary>
    public const string Play = "play.start";

    /// <summary>End the practice and hear what went wrong.</summary>
    public const string EndPlay = "play.end";
}
