namespace KaBot.Cards.Elements;

/// <summary>
/// A part of an Adaptive Card: its type and the properties that are set. Rendered to plain dictionaries and lists, so that any
/// serializer writes it.
/// </summary>
public abstract record Node
{
    /// <summary>The schema's name of the part, e.g. <c>TextBlock</c>.</summary>
    protected abstract string Type { get; }

    /// <summary>Properties in the order written; those that are null are left out.</summary>
    protected abstract IEnumerable<(string Name, object? Value)> Properties { get; }

    /// <summary>The part as JSON would hold it: dictionaries, lists, texts, numbers, booleans.</summary>
    public Dictionary<string, object?> Render()
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal) { ["type"] = Type };
        foreach (var (name, value) in Properties)
            if (Plain(value) is { } plain) result[name] = plain;
        return result;
    }

    private static object? Plain(object? value) => value switch
    {
        Node node => node.Render(),
        IEnumerable<Node> nodes => nodes.Select(object? (node) => node.Render()).ToList() is { Count: > 0 } list ? list : null,
        Enum name => name.ToString(),
        _ => value,
    };
}

public enum Spacing { None, Small, Medium, Large, ExtraLarge, Padding }

/// <summary>Something in the body of a card.</summary>
public abstract record Element : Node
{
    public string? Id { get; init; }
    public Spacing? Spacing { get; init; }
    public bool Separator { get; init; }
    public bool Hidden { get; init; }

    /// <summary>What a client shows that does not know the element; null where every client does.</summary>
    public Element? Fallback { get; init; }

    protected sealed override IEnumerable<(string Name, object? Value)> Properties =>
    [
        ("id", Id), .. Own,
        ("spacing", Spacing), ("separator", Separator ? true : null), ("isVisible", Hidden ? false : null), ("fallback", Fallback),
    ];

    protected abstract IEnumerable<(string Name, object? Value)> Own { get; }
}
