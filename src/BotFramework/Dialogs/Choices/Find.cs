namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Looks for choices by their words.</summary>
public static class Find
{
    public static List<ModelResult<FoundChoice>> FindChoices(
        string utterance, IList<string> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return FindChoices(utterance, choices.Select(choice => new Choice(choice)).ToList(), options);
    }

    public static List<ModelResult<FoundChoice>> FindChoices(
        string utterance, IList<Choice> choices, FindChoicesOptions options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var values = choices.SelectMany((choice, index) => Words(choice, options ?? new FindChoicesOptions())
            .Select(word => new SortedValue { Value = word, Index = index })).ToList();
        return FindValues(utterance, values, options).Select(found => new ModelResult<FoundChoice>
        {
            Start = found.Start,
            End = found.End,
            TypeName = "choice",
            Text = found.Text,
            Resolution = new FoundChoice
            {
                Value = choices[found.Resolution.Index].Value,
                Index = found.Resolution.Index,
                Score = found.Resolution.Score,
                Synonym = found.Resolution.Value,
            },
        }).ToList();
    }

    /// <summary>Values found in a text, each choice at most once and no word twice; the better matches first get their words.</summary>
    public static List<ModelResult<FoundValue>> FindValues(
        string utterance, List<SortedValue> values, FindValuesOptions options = null)
    {
        if (values.Find(value => value.Value.Equals(utterance, StringComparison.OrdinalIgnoreCase)) is { } exact)
            return [Result(0, utterance.Length - 1, exact, 1, utterance)];
        options ??= new FindValuesOptions();
        var tokenize = options.Tokenizer ?? Tokenizer.DefaultTokenizer;
        var tokens = tokenize(utterance, options.Locale);
        var matches = values.OrderByDescending(value => value.Value.Length)
            .SelectMany(value => Matches(tokens, value, tokenize(value.Value.Trim(), options.Locale), options))
            .OrderByDescending(match => match.Resolution.Score);
        var results = new List<ModelResult<FoundValue>>();
        var choices = new HashSet<int>();
        var used = new HashSet<int>();
        foreach (var match in matches)
        {
            var places = Enumerable.Range(match.Start, match.End - match.Start + 1).ToList();
            if (choices.Contains(match.Resolution.Index) || places.Exists(used.Contains)) continue;
            choices.Add(match.Resolution.Index);
            used.UnionWith(places);
            match.Start = tokens[match.Start].Start;
            match.End = tokens[match.End].End;
            match.Text = utterance[match.Start..(match.End + 1)];
            results.Add(match);
        }
        return [.. results.OrderBy(result => result.Start)];
    }

    private static IEnumerable<string> Words(Choice choice, FindChoicesOptions options)
    {
        if (!options.NoValue) yield return choice.Value;
        if (!options.NoAction && choice.Action?.Title is { } title) yield return title;
        foreach (var synonym in choice.Synonyms ?? []) yield return synonym;
    }

    // Start and end count tokens here.
    private static IEnumerable<ModelResult<FoundValue>> Matches(
        List<Token> tokens, SortedValue value, List<Token> searched, FindValuesOptions options)
    {
        var from = 0;
        while (from < tokens.Count && Match(tokens, value, searched, from, options) is { } match)
        {
            from = match.End + 1;
            yield return match;
        }
    }

    private static ModelResult<FoundValue> Match(
        List<Token> tokens, SortedValue value, List<Token> searched, int from, FindValuesOptions options)
    {
        var (matched, deviation, start, end) = (0, 0, -1, -1);
        foreach (var token in searched)
        {
            var place = tokens.FindIndex(from, candidate => candidate.Normalized == token.Normalized);
            if (place < 0) continue;
            var distance = matched > 0 ? place - from : 0;
            if (distance > (options.MaxTokenDistance ?? 2)) continue;
            matched++;
            deviation += distance;
            from = place + 1;
            if (start < 0) start = place;
            end = place;
        }
        if (matched == 0 || matched < searched.Count && !options.AllowPartialMatches) return null;
        // Whole numbers: a partial match scores 0, as in the SDK.
        var completeness = matched / searched.Count;
        return Result(start, end, value, completeness * ((float)matched / (matched + deviation)));
    }

    private static ModelResult<FoundValue> Result(int start, int end, SortedValue value, float score, string text = null) => new()
    {
        Start = start,
        End = end,
        TypeName = "value",
        Text = text,
        Resolution = new FoundValue { Value = value.Value, Index = value.Index, Score = score },
    };
}
