namespace KaBot.Understanding;

/// <summary>A rep's message as the reader needs it.</summary>
/// <param name="Text">The message, verbatim.</param>
/// <param name="Language">"zh" or "en": the message's main language.</param>
/// <param name="At">When it was written; relative dates are resolved against it, in its offset.</param>
/// <param name="Asked">The fact the bot had just asked about, or null.</param>
public sealed record RepMessage(string Text, string Language, DateTimeOffset At, string? Asked = null);
