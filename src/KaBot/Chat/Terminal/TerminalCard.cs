using System.Globalization;
using System.Text.Json;

namespace KaBot.Chat.Terminal;

/// <summary>An Adaptive Card as lines of text, its buttons as options to choose. Pure: the same card gives the same lines.</summary>
public sealed class TerminalCard
{
    private readonly List<string> _lines = [];
    private readonly List<TerminalOption> _options = [];
    private readonly List<TerminalInput> _inputs;
    private readonly int _before;
    private readonly bool _all;
    private readonly bool _letters;
    private int _depth;

    private TerminalCard(JsonElement card, bool all, int before)
    {
        _before = before;
        _all = all;
        var parts = Parts(card).ToList();
        HasHidden = parts.Any(part => part.Hidden());
        _inputs = [.. parts.Where(part => part.Text("type").StartsWith("Input.", StringComparison.Ordinal)).Select(TerminalInput.Of)];
        // Where a number may be the answer ("3" visits), options are chosen by letters.
        _letters = _inputs.Count > 0 || parts.Any(part => IsButton(part) && part.Text("title") is [var c, ..] && char.IsAsciiDigit(c));
        Body(card, "body");
        if (card.Items("actions").Any()) Add(Buttons(card.Items("actions")));
    }

    public IReadOnlyList<string> Lines => _lines;

    public IReadOnlyList<TerminalOption> Options => _options;

    /// <summary>Whether parts of the card are folded away; <c>all</c> shows them.</summary>
    public bool HasHidden { get; }

    /// <param name="all">Whether to show what the card folds away.</param>
    /// <param name="before">How many options are on the screen already: labels go on from there.</param>
    public static TerminalCard Of(JsonElement card, bool all = false, int before = 0) => new(card, all, before);

    private void Body(JsonElement holder, string name)
    {
        foreach (var item in holder.Items(name))
        {
            if (!_all && item.Hidden()) continue;
            if (item.Flag("separator") && _lines is [.., { Length: > 0 }]) _lines.Add("");
            Element(item);
        }
    }

    private void Element(JsonElement item)
    {
        switch (item.Text("type"))
        {
            case "TextBlock": Add(item.Text("text")); break;
            case "RichTextBlock": Add(string.Concat(item.Items("inlines").Select(run => run.Text("text")))); break;
            case "Container": Box(item); break;
            case "ColumnSet": Columns(item); break;
            case "FactSet": foreach (var fact in item.Items("facts")) Add(fact.Text("title") + "  " + fact.Text("value")); break;
            case "ActionSet": Add(Buttons(item.Items("actions"))); break;
            case "Image": Add(item.Text("altText")); break;
            case var input when input.StartsWith("Input.", StringComparison.Ordinal): Add(Field(item)); break;
            default: if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("fallback", out var fallback)) Element(fallback); break;
        }
    }

    /// <summary>A box that can be folded away belongs to the line above it: set in. One that can be tapped is a line, with its label behind.</summary>
    private void Box(JsonElement container)
    {
        var start = _lines.Count;
        Body(container, "items");
        if (container.TryGetProperty("selectAction", out var tap) && IsButton(tap) && _lines.Count > start)
        {
            Join(start, "   ");
            _lines[^1] += $"  [{Option(tap).Label}]";
        }
        if (container.Text("id").Length == 0) return;
        for (var i = start; i < _lines.Count; i++) _lines[i] = "    " + _lines[i];
    }

    /// <summary>Each column after the first is one line; when the first is one too, all stand on one line.</summary>
    private void Columns(JsonElement set)
    {
        if (set.Items("columns").SelectMany(column => column.Items("items")).Any(item => item.Text("type") == "Container"))
        {
            Boxes(set);
            return;
        }
        var start = _lines.Count;
        var first = 0;
        foreach (var (i, column) in set.Items("columns").Index())
        {
            var before = _lines.Count;
            Body(column, "items");
            if (i == 0) first = _lines.Count - before;
            else Join(before, " ");
        }
        if (first <= 1) Join(start, "   ");
    }

    /// <summary>Boxes side by side stand one below the other, and those within a box are set in.</summary>
    private void Boxes(JsonElement set)
    {
        var start = _lines.Count;
        _depth++;
        foreach (var column in set.Items("columns")) Body(column, "items");
        for (var i = start; i < _lines.Count && _depth > 1; i++) _lines[i] = "  " + _lines[i];
        _depth--;
    }

    private void Join(int start, string between)
    {
        if (_lines.Count - start < 2) return;
        var line = string.Join(between, _lines.Skip(start));
        _lines.RemoveRange(start, _lines.Count - start);
        Add(line);
    }

    private string Buttons(IEnumerable<JsonElement> actions) => string.Join("  ", actions.Where(IsButton).Select(action =>
    {
        var option = Option(action);
        return $"[{option.Label}] {option.Title}";
    }));

    private TerminalOption Option(JsonElement action)
    {
        var option = new TerminalOption(Label(_before + _options.Count), action.Text("title"), action.Clone(),
            action.Text("associatedInputs") == "none" ? [] : _inputs);
        _options.Add(option);
        return option;
    }

    private string Label(int index) => _letters && index < 26
        ? ((char)('a' + index)).ToString() : (index + 1).ToString(CultureInfo.InvariantCulture);

    private static bool IsButton(JsonElement part) => part.Text("type") is "Action.Execute" or "Action.Submit";

    private static string Field(JsonElement input)
    {
        var hint = input.Text("placeholder");
        return "> " + input.Text("label") + (hint.Length > 0 ? " (" + hint + ")" : "");
    }

    private void Add(string text) => _lines.AddRange(Clean(text).Select(line => line.TrimEnd(' ', '▾')).Where(line => line.Length > 0));

    /// <summary>The lines of a text without control characters: what people wrote must not steer the terminal.</summary>
    internal static IEnumerable<string> Clean(string text) =>
        text.Split('\n').Select(line => string.Concat(line.Where(c => !char.IsControl(c))).Replace('\u00a0', ' '));

    /// <summary>Every object of the card that has a type.</summary>
    private static IEnumerable<JsonElement> Parts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => (json.TryGetProperty("type", out _) ? [json] : Enumerable.Empty<JsonElement>())
            .Concat(json.EnumerateObject().SelectMany(property => Parts(property.Value))),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Parts),
        _ => [],
    };
}
