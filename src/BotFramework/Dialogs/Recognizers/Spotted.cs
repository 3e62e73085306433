namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Something read in a text: first and last place, the words, and what they mean.</summary>
internal sealed record Spotted<T>(int Start, int End, string Text, T Value);
