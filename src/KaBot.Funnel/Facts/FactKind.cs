namespace KaBot.Funnel.Facts;

/// <summary>The shape of a fact's value (domain.md §3). YAML and JSON write them in lower case; Choices is "choices".</summary>
public enum FactKind { Flag, Count, Date, Money, Text, List, Choice, Choices }
