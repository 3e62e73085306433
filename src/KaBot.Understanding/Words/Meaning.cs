namespace KaBot.Understanding.Words;

/// <summary>What a word or a value stands for.</summary>
/// <param name="Symbols">Each once.</param>
/// <param name="Classes">Those of them that are word classes of the playbook.</param>
/// <param name="IsCompound">A longer word whose parts would mislead: 比例, 上午.</param>
internal sealed record Meaning(int[] Symbols, int[] Classes, bool IsCompound = false);
