namespace KaBot.Funnel.Facts;

/// <summary>How sure the speaker was: said as so, or hedged (hearsay, guess, "probably").</summary>
public enum Certainty { Stated, Hedged }

/// <summary>What a fact rests on, weakest first: our judgement, the customer's word, a document.</summary>
public enum EvidenceGrade { Rep, Customer, Document }

/// <summary>Who said what, when, in which message.</summary>
/// <param name="Words">The verbatim words of the message that show the fact.</param>
/// <param name="By">Id of the person who told KaBot.</param>
/// <param name="At">When it was said.</param>
/// <param name="ActivityId">The channel's id of the message.</param>
/// <param name="Grade">What it rests on.</param>
public sealed record Evidence(string Words, string? By, DateTimeOffset At, string? ActivityId, EvidenceGrade Grade = EvidenceGrade.Rep);

/// <summary>Something known of a deal: fact id of the playbook, value, certainty, when it was learnt, and the words behind it.</summary>
/// <param name="Id">Fact id of the playbook, e.g. <c>budget</c>.</param>
/// <param name="Value">Its value.</param>
/// <param name="Certainty">Stated or hedged.</param>
/// <param name="At">When it was learnt; ageing counts from here.</param>
/// <param name="Evidence">The words behind it; null only for lines given on the command line.</param>
public sealed record Fact(string Id, FactValue Value, Certainty Certainty, DateTimeOffset At, Evidence? Evidence = null);
