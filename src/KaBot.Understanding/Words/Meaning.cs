namespace KaBot.Understanding.Words;

/// <summary>What a word or a value stands for: a stretch of the <see cref="Lexicon"/>'s symbols, each of them once.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Classes">So many of them, the first, are word classes of the playbook.</param>
/// <param name="IsCompound">A longer word whose parts would mislead: 比例, 上午.</param>
internal readonly record struct Meaning(int From, int Count, int Classes, bool IsCompound = false);
