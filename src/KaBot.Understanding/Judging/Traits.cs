using KaBot.Funnel.Facts;
using KaBot.Funnel.Playbooks;
using KaBot.Understanding.Assertions;
using KaBot.Understanding.Text;

namespace KaBot.Understanding.Judging;

/// <summary>
/// What a reading stands on, as a linear classifier sees it: which fact and what it says of it, how much of the text the pattern's own
/// words take up, how far apart they stand, how long the message is. Nothing of the words themselves, so it holds for
/// patterns that are yet to be written.
/// </summary>
internal static class Traits
{
    public const int Buckets = 1 << 15;

    private enum Trait
    {
        Always, Fact, FactSays, Says, Han, Rank, Flips, Width, Symbols, Gap, Start, End, Capture, Pattern, Unless, Letters, SymbolsLetters,
        Cover, ClauseCover, Clause, Clauses, Distance, FactLetters, FactWords, Answer, Hedged, Readings, Length, Rivals, Sense,
    }

    /// <param name="readings">How many facts the message speaks of.</param>
    /// <param name="sense">How far its clauses speak of it; null when there is no telling.</param>
    /// <param name="places">Emptied, then filled.</param>
    /// <param name="rivals">How many candidates there are for this fact.</param>
    public static void Of(Workspace work, FactDefinition fact, in Candidate pick, int readings, int rivals, float? sense, List<int> places)
    {
        places.Clear();
        // By its id, not its index: a playbook may declare facts of its own.
        var name = (int)Fnv.Of(fact.Id);
        void Add(Trait trait, int a = 0, int b = 0) => places.Add(Place(trait, a, b));

        var says = pick.Value switch { FactValue.Open => 0, FactValue.Flag flag => flag.Value ? 1 : 2, FactValue.List { Items.IsEmpty: true } => 3, _ => 4 };
        var width = Chars.Weight(work.Text, pick.Start, pick.End);
        Add(Trait.Always);
        Add(Trait.Fact, name);
        Add(Trait.FactSays, name, says);
        Add(Trait.Says, says);
        Add(Trait.Han, Chars.AnyHan(work.Text.AsSpan(pick.Start, pick.End - pick.Start)) ? 1 : 0);
        Add(Trait.Rank, pick.Rank);
        Add(Trait.Width, Math.Min(width / 12, 6));
        Add(Trait.Hedged, pick.Hedged ? 1 : 0);
        Add(Trait.Readings, Math.Min(readings, 5));
        Add(Trait.Rivals, Math.Min(rivals, 3));
        Add(Trait.Length, Math.Min(Chars.Weight(work.Text, 0, work.Text.Length) / 60, 8));
        if (sense is { } odds) Add(Trait.Sense, (int)Math.Clamp(MathF.Floor(odds), -9, 5));
        if (pick.Chain is not { } chain)
        {
            Add(Trait.Answer);
            return;
        }
        var (grounds, symbols) = (pick.Grounds, chain.Symbols.Length);
        Add(Trait.Flips, Math.Min(grounds.Flips, 2));
        Add(Trait.Symbols, Math.Min(symbols, 5));
        Add(Trait.Gap, chain.Gaps.Length == 0 ? 9 : (int)chain.Gaps.Max());
        if (chain.AtStart) Add(Trait.Start);
        if (chain.AtEnd) Add(Trait.End);
        Add(Trait.Capture, (int)chain.Capture);
        Add(Trait.Pattern, (int)chain.Says);
        if (chain.Unless >= 0) Add(Trait.Unless);
        Add(Trait.Letters, Math.Min(grounds.Letters / 6, 8));
        Add(Trait.SymbolsLetters, Math.Min(symbols, 3), Math.Min(grounds.Letters / 6, 6));
        Add(Trait.Cover, Math.Min(5, 5 * grounds.Letters / Math.Max(1, width)));
        Add(Trait.ClauseCover, Math.Min(5, 5 * grounds.Letters / Math.Max(1, grounds.ClauseWeight)));
        Add(Trait.Clause, Math.Min(6, grounds.ClauseWeight / 24));
        Add(Trait.Clauses, Math.Min(2, grounds.Clauses));
        Add(Trait.Distance, Math.Min(4, pick.Distance / 6));
        Add(Trait.FactLetters, name, Math.Min(grounds.Letters / 10, 4));
        Add(Trait.FactWords, name, grounds.Words);
    }

    private static int Place(Trait trait, int a, int b)
    {
        var hash = Fnv.Mix(Fnv.Mix(Fnv.Mix(Fnv.Basis, (uint)trait), (uint)a), (uint)b);
        return (int)((hash ^ (hash >> 13) ^ (hash >> 21)) & (Buckets - 1));
    }
}
