using KaBot.Understanding.Words;

namespace KaBot.Understanding.Data;

/// <summary>Symbols of the word classes that the engine itself goes by. Their words are data; a playbook without one does without.</summary>
internal sealed class Cues(Vocabulary vocabulary)
{
    // What turns a statement, and longer words that hold such a word and do not.
    public int Negation { get; } = vocabulary.ClassSymbol("negation");
    public int NotNegation { get; } = vocabulary.ClassSymbol("not_negation");
    public int Hedge { get; } = vocabulary.ClassSymbol("hedge");
    public int NotHedge { get; } = vocabulary.ClassSymbol("not_hedge");
    public int Plan { get; } = vocabulary.ClassSymbol("plan");
    public int NotPlan { get; } = vocabulary.ClassSymbol("not_plan");
    public int Condition { get; } = vocabulary.ClassSymbol("condition");
    public int NotCondition { get; } = vocabulary.ClassSymbol("not_condition");
    public int Question { get; } = vocabulary.ClassSymbol("question");
    public int NotQuestion { get; } = vocabulary.ClassSymbol("not_question");
    public int Wish { get; } = vocabulary.ClassSymbol("wish");
    public int NotWish { get; } = vocabulary.ClassSymbol("not_wish");

    // “Once …”, and what follows then.
    public int Until { get; } = vocabulary.ClassSymbol("until");
    public int Then { get; } = vocabulary.ClassSymbol("then");

    // Another deal, and back to this one.
    public int Other { get; } = vocabulary.ClassSymbol("other");
    public int Resume { get; } = vocabulary.ClassSymbol("resume");
    public int Foreign { get; } = vocabulary.ClassSymbol("foreign");
    public int Disown { get; } = vocabulary.ClassSymbol("disown");
    public int NotDisown { get; } = vocabulary.ClassSymbol("not_disown");
    public int ThatOne { get; } = vocabulary.ClassSymbol("that_one");
    public int ThisOne { get; } = vocabulary.ClassSymbol("this_one");
    public int Colleague { get; } = vocabulary.ClassSymbol("colleague");
    public int ColleaguesDeal { get; } = vocabulary.ClassSymbol("colleagues_deal");
    public int OtherSum { get; } = vocabulary.ClassSymbol("other_sum");

    // What was, what changed, what puts right.
    public int Was { get; } = vocabulary.ClassSymbol("was");
    public int Changed { get; } = vocabulary.ClassSymbol("changed");
    public int Correction { get; } = vocabulary.ClassSymbol("correction");

    // Answers.
    public int Yes { get; } = vocabulary.ClassSymbol("yes");
    public int BareYes { get; } = vocabulary.ClassSymbol("bare_yes");
    public int No { get; } = vocabulary.ClassSymbol("no");
    public int Without { get; } = vocabulary.ClassSymbol("without");
    public int Unknown { get; } = vocabulary.ClassSymbol("unknown");
    public int Undecided { get; } = vocabulary.ClassSymbol("undecided");
    public int Nobody { get; } = vocabulary.ClassSymbol("nobody");
    public int Pass { get; } = vocabulary.ClassSymbol("pass");
    public int VerdictYes { get; } = vocabulary.ClassSymbol("verdict_yes");
    public int VerdictNo { get; } = vocabulary.ClassSymbol("verdict_no");

    // What holds sentences together, or sets them apart.
    public int Break { get; } = vocabulary.ClassSymbol("break");
    public int And { get; } = vocabulary.ClassSymbol("and");
    public int Contrast { get; } = vocabulary.ClassSymbol("contrast");
    public int Filler { get; } = vocabulary.ClassSymbol("filler");
    public int Compound { get; } = vocabulary.ClassSymbol("compound");
    public int Speaker { get; } = vocabulary.ClassSymbol("speaker");
    public int TextLead { get; } = vocabulary.ClassSymbol("text_lead");

    /// <summary>Words that correct what stands in front of them where nothing else stands before what is right: "three, no, four".</summary>
    public int CorrectionAlone { get; } = vocabulary.ClassSymbol("correction_alone");

    /// <summary>Words that take back what stands in front of them: 不对, "scratch that".</summary>
    public int Retraction { get; } = vocabulary.ClassSymbol("retraction");

    /// <summary>Words that only comment on a text: 别的都是添头, "that's the whole story".</summary>
    public int TextTail { get; } = vocabulary.ClassSymbol("text_tail");

    // What tells nothing.
    public int Command { get; } = vocabulary.ClassSymbol("command");
    public int Void { get; } = vocabulary.ClassSymbol("void");
    public int Aside { get; } = vocabulary.ClassSymbol("aside");
}

/// <summary>Symbols of the word classes that names are told by.</summary>
internal sealed class NameCues(Vocabulary vocabulary)
{
    /// <summary>Between names: 和, "and".</summary>
    public int Join { get; } = vocabulary.ClassSymbol("name_join");

    /// <summary>In front of a name and no part of it: 有, "with".</summary>
    public int Lead { get; } = vocabulary.ClassSymbol("name_lead");

    /// <summary>Behind a name and no part of it: 两家, "in it".</summary>
    public int Tail { get; } = vocabulary.ClassSymbol("name_tail");

    /// <summary>A span that holds such a word is no name.</summary>
    public int NoName { get; } = vocabulary.ClassSymbol("no_name");

    /// <summary>Names known as competitors.</summary>
    public int Known { get; } = vocabulary.ClassSymbol("competitor");

    /// <summary>Ourselves.</summary>
    public int Us { get; } = vocabulary.ClassSymbol("us");

    public int PersonLead { get; } = vocabulary.ClassSymbol("person_lead");

    public int PersonTail { get; } = vocabulary.ClassSymbol("person_tail");

    public int NoPerson { get; } = vocabulary.ClassSymbol("no_person");

    public int Title { get; } = vocabulary.ClassSymbol("title");

    /// <summary>What firms are called: 科技, 集团.</summary>
    public int FirmSuffix { get; } = vocabulary.ClassSymbol("firm_suffix");

    public int Surname { get; } = vocabulary.ClassSymbol("surname");
}
