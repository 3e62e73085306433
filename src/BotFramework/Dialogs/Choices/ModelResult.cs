namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something recognised in a text: first and last place, and what it means.</summary>
public class ModelResult<T>
{
    public string Text { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}

/// <summary>A value to look for, and the choice it stands for.</summary>
public class SortedValue
{
    public string Value { get; set; }

    public int Index { get; set; }
}

/// <summary>A value that was found.</summary>
public class FoundValue
{
    public string Value { get; set; }

    public int Index { get; set; }

    /// <summary>Certainty, 0 to 1.</summary>
    public float Score { get; set; }
}
