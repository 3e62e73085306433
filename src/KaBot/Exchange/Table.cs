namespace KaBot.Exchange;

/// <summary>Rows of one kind as a file holds them: a sheet of a workbook, or a CSV file. Cells are text; an empty one is null.</summary>
/// <param name="Name">What the rows are of, e.g. <c>deals</c>.</param>
/// <param name="Rows">Lazily read where they come from a file.</param>
public sealed record Table(string Name, IReadOnlyList<string> Columns, IEnumerable<TableRow> Rows);

/// <param name="Number">As a spreadsheet counts: the header is 1.</param>
public sealed record TableRow(int Number, IReadOnlyList<string?> Cells);

/// <summary>Something in a file that cannot be taken, where it stands, and what to do.</summary>
/// <param name="Row">As a spreadsheet counts; 0 for the table as a whole.</param>
public sealed record TableFault(string Table, int Row, string Message)
{
    public override string ToString() => Row == 0 ? $"{Table}: {Message}" : $"{Table}, row {Row}: {Message}";
}

/// <summary>A file that cannot be read at all.</summary>
public sealed class TableFileException(string message, Exception? inner = null) : Exception(message, inner);
